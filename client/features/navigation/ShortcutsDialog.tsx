export interface ShortcutsDialogProps {
  onClose: () => void;
}

/** `?`: what the keys do. */
export default function ShortcutsDialog(_props: ShortcutsDialogProps) {
  return null;
}
