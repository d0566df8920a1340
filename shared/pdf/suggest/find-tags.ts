import type { WrongTag } from '../../domain/fields/suggestion.ts';
import type { Glyph } from '../text/page-content.ts';
import { readTag, type Tag } from './tag.ts';

export interface FoundTag {
  readonly tag: Tag;
  /** The tag's text, with its braces. */
  readonly text: string;
  readonly glyphs: readonly Glyph[];
}

export interface FoundTags {
  readonly tags: readonly FoundTag[];
  readonly wrong: readonly Omit<WrongTag, 'page'>[];
}

/** Maximum lengths: of a tag, and of its quotation in a message. */
const WRITTEN = /\{\{([^{}]{1,400})(\}\})?/g;
const TOLD = 80;
/** Tolerance in font sizes. */
const [SPACE, NEXT_LINE] = [0.15, 0.5];

/** Tags in painting order of the page; a wrapped tag continues on the following line. */
export function findTags(glyphs: readonly Glyph[]): FoundTags {
  const { text, owners } = paintedText(glyphs);
  const tags: FoundTag[] = [];
  const wrong: Omit<WrongTag, 'page'>[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const [written, inner = '', closed] = match;
    const told = written.slice(0, TOLD).trim();
    const read = closed ? readTag(inner) : { problem: 'unclosed' as const };
    if ('problem' in read) wrong.push({ text: told, problem: read.problem });
    else {
      const owned = owners.slice(match.index, match.index + written.length);
      const shown = [...new Set(owned)].filter((glyph) => glyph !== undefined);
      tags.push({ tag: read.tag, text: written, glyphs: shown });
    }
  }
  return { tags, wrong };
}

/** The glyph that shows each character; undefined for a space without a glyph. */
function paintedText(glyphs: readonly Glyph[]) {
  const parts: string[] = [];
  const owners: (Glyph | undefined)[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before && isApart(before, glyph)) {
      parts.push(' ');
      owners.push(undefined);
    }
    parts.push(glyph.text);
    for (let unit = 0; unit < glyph.text.length; unit += 1) owners.push(glyph);
    before = glyph;
  }
  return { text: parts.join(''), owners };
}

const isApart = (before: Glyph, { x, y, size }: Glyph): boolean =>
  Math.abs(y - before.y) > NEXT_LINE * size || Math.abs(x - before.endX) > SPACE * size;
