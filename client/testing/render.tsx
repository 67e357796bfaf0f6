import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstScreenReady } from '#client/lib/idle.ts';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const selectors = { input: 'input, textarea', button: 'button', option: '[role=option]' } as const;
type Role = keyof typeof selectors;

/** A part of the page as a person meets it: found by name, typed into, pressed. */
export interface Rendered {
  rerender: (node: ReactNode) => Promise<void>;
  /** The input, button or option with this name; throws without one. */
  find: (role: Role, name: string) => HTMLElement;
  /** The same for what is loaded when it is first wanted: waits for it, two seconds at most. */
  appear: (role: Role, name: string) => Promise<HTMLElement>;
  text: () => string;
  type: (input: HTMLElement, text: string) => Promise<void>;
  press: (target: HTMLElement, key: string, more?: KeyboardEventInit) => Promise<void>;
  click: (target: HTMLElement) => Promise<void>;
}

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? document.querySelector(`label[for="${element.id}"]`)?.textContent;
  return (label ?? element.textContent).trim();
}

function findIn(container: Element, role: Role, name: string): HTMLElement {
  const all = [...container.querySelectorAll<HTMLElement>(selectors[role])];
  const found = all.find((element) => nameOf(element).includes(name));
  if (!found) throw new Error(`no ${role} “${name}” among: ${all.map(nameOf).join(', ')}`);
  return found;
}

async function appearIn(container: Element, role: Role, name: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return findIn(container, role, name);
    } catch {
      await act(() => new Promise<void>((resume) => setTimeout(resume, 20)));
    }
  }
  return findIn(container, role, name);
}

/** Past React, so that it notices the change. */
function setValue(input: HTMLElement, text: string): void {
  const kind = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts a component on an empty page. */
export async function render(node: ReactNode): Promise<Rendered> {
  document.body.replaceChildren();
  firstScreenReady();
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const rerender = (next: ReactNode) => act(async () => root.render(next));
  await rerender(node);
  return {
    rerender,
    find: (role, name) => findIn(container, role, name),
    appear: (role, name) => appearIn(container, role, name),
    text: () => container.textContent,
    type: (input, text) => act(async () => setValue(input, text)),
    press: (target, key, more) =>
      act(
        async () =>
          void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })),
      ),
    click: (target) => act(async () => target.click()),
  };
}
