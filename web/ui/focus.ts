const EDITABLE = 'input, textarea, select, [contenteditable]';

const isEditable = (target: unknown): boolean =>
  target instanceof Element && target.matches(EDITABLE);

/** The reader is in a control with something to type or choose, and has asked for nothing since. */
let occupied = false;
for (const type of ['focusin', 'pointerdown', 'input'])
  document.addEventListener(type, ({ target }) => (occupied = isEditable(target)), true);
// Also by the Enter key inside of a control: what follows answers it.
document.addEventListener('submit', () => (occupied = false), true);

/**
 * Gives the focus, but never takes it from who types or chooses: the answer to an act may come late.
 * Answers whether it was given.
 */
export function takeFocus(element: HTMLElement | null | undefined): boolean {
  if (occupied && isEditable(document.activeElement)) return false;
  element?.focus();
  return true;
}
