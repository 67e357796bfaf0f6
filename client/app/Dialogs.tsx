import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { closeCard, closeDialog, useOverlays } from '#client/lib/overlays.ts';

/** What is open above the page; it closes when the address changes. */
export function Dialogs() {
  const [path] = useLocation();
  const dialog = useOverlays((state) => state.dialog);
  const card = useOverlays((state) => state.card);
  useEffect(() => {
    closeDialog();
    closeCard();
  }, [path]);
  return (
    <>
      {card?.element}
      {dialog?.element}
    </>
  );
}
