import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Properties {
  readonly open: boolean;
  /** Id of the dialog's heading. */
  readonly labelledBy: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Native modal dialog: Escape closes it, focus stays inside and then returns to where it was. */
export function Dialog({ open, labelledBy, onClose, children }: Properties) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-labelledby={labelledBy} onClose={onClose}>
      {open && children}
    </dialog>
  );
}
