import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from './focus.ts';

/** Focuses an element, by its id, once it is rendered. */
export function useFocusNext(): (id: string) => void {
  const next = useRef<string>(undefined);
  // Layout effect: runs before the next key event, unlike an ordinary effect.
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
