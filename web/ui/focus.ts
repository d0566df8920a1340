const EDITABLE = 'input, textarea, select, [contenteditable]';

const isEditable = (target: unknown): boolean =>
  target instanceof Element && target.matches(EDITABLE);

/** The focus is in an input or select, and no action was requested since. */
let occupied = false;
for (const type of ['focusin', 'pointerdown', 'input'])
  document.addEventListener(type, ({ target }) => (occupied = isEditable(target)), true);
// Enter inside a control counts as an action: what follows is the answer to it.
document.addEventListener('submit', () => (occupied = false), true);

let byMouse = false;
document.addEventListener(
  'pointerdown',
  ({ pointerType }) => (byMouse = pointerType === 'mouse'),
  true,
);
document.addEventListener('keydown', () => (byMouse = false), true);

/** Whether the mouse was used last. Keyboard and screen-reader users get the focus on a heading, mouse users do not. */
export const usesMouse = (): boolean => byMouse;

/**
 * Focuses an element unless the user is typing or choosing, since the response to an action may arrive late.
 * Returns whether it was focused.
 */
export function takeFocus(element: HTMLElement | null | undefined): boolean {
  if (occupied && isEditable(document.activeElement)) return false;
  element?.focus();
  return true;
}
