const EDITABLE = 'input, textarea, select, [contenteditable]';

const isEditable = (target: unknown): boolean =>
  target instanceof Element && target.matches(EDITABLE);

/** The reader is in a control with something to type or choose, and has asked for nothing since. */
let occupied = false;
for (const type of ['focusin', 'pointerdown', 'input'])
  document.addEventListener(type, ({ target }) => (occupied = isEditable(target)), true);
// Also by the Enter key inside of a control: what follows answers it.
document.addEventListener('submit', () => (occupied = false), true);

let byMouse = false;
document.addEventListener(
  'pointerdown',
  ({ pointerType }) => (byMouse = pointerType === 'mouse'),
  true,
);
document.addEventListener('keydown', () => (byMouse = false), true);

/** Whoever has pressed a key, or uses a screen reader, is told by a heading where they are; a mouse is not. */
export const usesMouse = (): boolean => byMouse;

/**
 * Gives the focus, but never takes it from who types or chooses: the answer to an act may come late.
 * Answers whether it was given.
 */
export function takeFocus(element: HTMLElement | null | undefined): boolean {
  if (occupied && isEditable(document.activeElement)) return false;
  element?.focus();
  return true;
}
