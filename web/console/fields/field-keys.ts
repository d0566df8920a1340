import type { Field } from '../sender-api.ts';
import { inside, type Size } from './geometry.ts';
import type { Editor } from './use-editor.ts';

/** Step in points; 1 with Alt, for fine adjustment. */
const STEP = 5;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys move, with Shift they resize; Page Up and Page Down move to another page; Delete removes. */
export function handleFieldKey(
  event: KeyboardEvent,
  field: Field,
  editor: Editor,
  pages: readonly Size[],
): void {
  const done = acted(event, field, editor, pages);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

function acted(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  field: Field,
  editor: Editor,
  pages: readonly Size[],
): boolean {
  if (key === 'Delete' || key === 'Backspace') {
    editor.remove(field);
    document.getElementById('fields-heading')?.focus();
    return true;
  }
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'd') {
    editor.duplicate(field);
    return true;
  }
  if (key === 'PageUp' || key === 'PageDown') {
    const page = field.page + (key === 'PageUp' ? -1 : 1);
    if (pages[page]) editor.replace(inside({ ...field, page }, pages[page]));
    return true;
  }
  const arrow = ARROWS[key];
  if (!arrow || ctrlKey || metaKey) return false;
  const [dx, dy] = arrow.map((sign) => sign * (altKey ? 1 : STEP)) as [number, number];
  const changed = shiftKey
    ? { ...field, width: field.width + dx, height: field.height + dy }
    : { ...field, x: field.x + dx, y: field.y + dy };
  const page = pages[field.page]!;
  const fitted = shiftKey
    ? {
        ...changed,
        width: Math.min(changed.width, page.width - field.x),
        height: Math.min(changed.height, page.height - field.y),
      }
    : changed;
  editor.replace(inside(fitted, page), `${shiftKey ? 'size' : 'move'}:${field.id}`);
  return true;
}
