import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Properties {
  readonly open: boolean;
  /** Id of the heading inside. */
  readonly labelledBy: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The browser's own modal dialog: Escape closes it, focus stays inside and returns where it was. */
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
