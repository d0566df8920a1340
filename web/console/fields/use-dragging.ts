import { useState } from 'preact/hooks';
import type { Field } from '../sender-api.ts';
import { followPointer } from './drag.ts';
import { type Guides, inside, leastOf, type Size, snapped, snappedSize } from './geometry.ts';
import { pointsPerPixel, scrollAtEdge, spotUnder } from './page-under.ts';
import { type Editor, onPage } from './use-editor.ts';

/** The dragged field at the position it would have if released now. */
export interface DraggedField {
  readonly field: Field;
  readonly guides: Guides;
}

/** Moving and resizing by mouse, finger or pen; each drag is one undo step. */
export function useDragging(editor: Editor, pages: readonly Size[]) {
  const [held, setHeld] = useState<DraggedField>();
  function hold(event: PointerEvent, field: Field, what: 'move' | 'resize') {
    if (event.button !== 0) return;
    event.stopPropagation();
    editor.select(field.id);
    const page = pages[field.page]!;
    const others = onPage(editor.fields, field.page).filter(({ id }) => id !== field.id);
    const scrolledFrom = scrollTop();
    let now: DraggedField = { field, guides: {} };
    followPointer(event, {
      onMove: (dx, dy, move) => {
        scrollAtEdge(move.clientY);
        const scale = pointsPerPixel(field.page, page.width);
        const by = { x: dx * scale, y: (dy + scrollTop() - scrolledFrom) * scale };
        now =
          what === 'resize'
            ? snappedSize(grown(field, by), others, page)
            : movedTo(field, by, others, pages, move);
        setHeld(now);
      },
      onEnd: (moved, { clientX, clientY }) => {
        setHeld(undefined);
        if (!moved) return;
        editor.replace(what === 'move' ? landed(now.field, clientX, clientY, pages) : now.field);
      },
      onCancel: () => setHeld(undefined),
    });
  }
  return { held, hold };
}

const scrollTop = () => document.querySelector('.pdf-pages')?.scrollTop ?? 0;

interface Way {
  readonly x: number;
  readonly y: number;
}

function grown(field: Field, by: Way): Field {
  const { width, height } = leastOf(field.kind);
  return {
    ...field,
    width: Math.max(width, field.width + by.x),
    height: Math.max(height, field.height + by.y),
  };
}

/** Over its own page a field is kept inside and snaps; over another page it follows the pointer. */
function movedTo(
  field: Field,
  by: Way,
  others: readonly Field[],
  pages: readonly Size[],
  { clientX, clientY }: PointerEvent,
): DraggedField {
  const moved = { ...field, x: field.x + by.x, y: field.y + by.y };
  const spot = spotUnder(clientX, clientY);
  if (spot && spot.page !== field.page) return { field: moved, guides: {} };
  return snapped(moved, others, pages[field.page]!);
}

/** A field released over another page is moved to that page. */
function landed(field: Field, clientX: number, clientY: number, pages: readonly Size[]): Field {
  const spot = spotUnder(clientX, clientY);
  const page = spot && pages[spot.page];
  if (!spot || !page || spot.page === field.page) return inside(field, pages[field.page]!);
  const x = spot.x * page.width - field.width / 2;
  const y = spot.y * page.height - field.height / 2;
  return inside({ ...field, page: spot.page, x, y }, page);
}
