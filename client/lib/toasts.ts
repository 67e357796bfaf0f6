import { create } from 'zustand';

export interface ToastInput {
  tone?: 'info' | 'done' | 'problem';
  text: string;
  action?: { label: string; onSelect: () => void };
}
interface ShownToast extends ToastInput {
  id: number;
  tone: 'info' | 'done' | 'problem';
}

const shownMs = 6_000;
const most = 3;
let lastId = 0;

export const useToasts = create<{ toasts: readonly ShownToast[] }>(() => ({ toasts: [] }));

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Shows short news for six seconds; news with an action stays until it is answered. The same text is shown once. */
export function showToast(input: ToastInput): void {
  const toast = { tone: 'info' as const, ...input, id: ++lastId };
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((other) => other.text !== toast.text), toast].slice(-most),
  }));
  if (!toast.action) setTimeout(() => dismissToast(toast.id), shownMs);
}
