import { useEffect, useRef } from 'preact/hooks';

/** Gives the focus to a field once it stands on its page. */
export function useFocusNext(): (id: string) => void {
  const next = useRef<string>(undefined);
  useEffect(() => {
    const field = next.current && document.getElementById(`field-${next.current}`);
    if (!field) return;
    next.current = undefined;
    field.focus({ preventScroll: false });
  });
  return (id) => {
    next.current = id;
  };
}
