import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives the focus to a field once it stands on its page. */
export function useFocusNext(): (id: string) => void {
  const next = useRef<string>(undefined);
  // Right after drawing: an effect of the drawing before would find the field where it was.
  useLayoutEffect(() => {
    const field = next.current && document.getElementById(`field-${next.current}`);
    if (!field) return;
    next.current = undefined;
    field.focus({ preventScroll: false });
  });
  return (id) => {
    next.current = id;
  };
}
