import { useCallback, useState } from 'preact/hooks';
import type { Drawn } from '../../ui/document/draw-page.ts';
import type { Field } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { useDocument } from '../document.tsx';
import { type DrawnPages, withDrawn } from '../gate.ts';
import { useIsLate } from '../seen.tsx';
import { placedMarks } from './mark-of.ts';

export interface MarksSeen {
  /** Marks that have not been in view yet, in reading order. */
  readonly unseen: readonly Field[];
  readonly first: Field | undefined;
  /** The document cannot be displayed: marks are only described in words. */
  readonly inWords: boolean;
  onSeen(field: string): void;
  onDrawn(page: number, drawn: Drawn): void;
}

/**
 * Every mark must be shown in place before signing; if its page cannot be drawn, a sentence describes
 * it.
 */
export function useMarksSeen(): MarksSeen {
  const context = useCeremony();
  const { pdf, failed } = useDocument();
  const late = useIsLate();
  const nothing = failed || (late && !pdf);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [pages, setPages] = useState<DrawnPages>(new Map());
  const onSeen = useCallback(
    (field: string) => setSeen((before) => new Set([...before, field])),
    [],
  );
  const onDrawn = useCallback(
    (page: number, drawn: Drawn) => setPages((before) => withDrawn(before, page, drawn)),
    [],
  );
  const marks = placedMarks(context);
  function isShown({ id, page }: Field) {
    const drawn = pages.get(page);
    return drawn !== undefined && (drawn !== 'whole' || seen.has(id));
  }
  return {
    unseen: nothing ? [] : marks.filter((mark) => !isShown(mark)),
    first: marks[0],
    inWords: nothing || marks.some(({ page }) => (pages.get(page) ?? 'whole') !== 'whole'),
    onSeen,
    onDrawn,
  };
}
