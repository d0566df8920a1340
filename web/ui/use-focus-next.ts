import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from './focus.ts';

/** Gives the focus to an element, by its id, once it is drawn. */
export function useFocusNext(): (id: string) => void {
  const next = useRef<string>(undefined);
  // Right after drawing, before another key is heard; an effect would come later.
  useLayoutEffect(() => {
    const element = next.current && document.getElementById(next.current);
    if (!element) return;
    next.current = undefined;
    takeFocus(element);
  });
  return (id) => {
    next.current = id;
  };
}
