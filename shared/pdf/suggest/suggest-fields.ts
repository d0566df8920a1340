import type { Suggestion, Suggestions, WrongTag } from '../../domain/fields/suggestion.ts';
import type { OpenDocument } from '../intake/open-document.ts';
import type { PageGeometry } from '../intake/page/page-geometry.ts';
import type { PageContent } from '../text/page-content.ts';
import { linesOf } from '../text/text-lines.ts';
import { type FoundTag, findTags } from './find-tags.ts';
import { fitPlace } from './fit-place.ts';
import { likelyPlaces } from './likely-places.ts';
import { readPages } from './read-pages.ts';

/** The maximum number of fields of a document (shared/contract/sender/sender-inputs.ts). */
const MAX_SUGGESTIONS = 500;
const MAX_WRONG = 100;

type Unnamed = Omit<Suggestion, 'id'>;

/** Suggests fields for a document, page by page. Unreadable content yields no suggestions. */
export function suggestFields(document: OpenDocument): Suggestions {
  const found: Unnamed[] = [];
  const wrongTags: WrongTag[] = [];
  for (const { index, content, geometry } of readPages(document)) {
    const { tags, wrong } = findTags(content.glyphs);
    const own = document.formFields.filter(({ page }) => page === index);
    const asked = [...fromTags(tags, content, geometry, index), ...own];
    const alike = fromLines(tags, content, geometry, index);
    found.push(...asked, ...alike.filter((one) => !asked.some((other) => overlaps(one, other))));
    wrongTags.push(...wrong.map((tag) => ({ page: index, ...tag })));
  }
  const unread = document.formFields.filter((field) => !found.includes(field));
  return {
    suggestions: [...found, ...unread]
      .slice(0, MAX_SUGGESTIONS)
      .map((one, index) => ({ id: `s${index + 1}`, ...one })),
    wrongTags: wrongTags.slice(0, MAX_WRONG),
  };
}

function fromTags(
  tags: readonly FoundTag[],
  { glyphs }: PageContent,
  geometry: PageGeometry,
  page: number,
): Unnamed[] {
  const written = new Set(tags.flatMap((tag) => tag.glyphs));
  const lines = linesOf(glyphs.filter((glyph) => !written.has(glyph)));
  return tags.flatMap(({ tag, glyphs: [first] }) => {
    if (!first) return [];
    const { x, y, size } = first;
    return [
      {
        source: 'tag' as const,
        ...tag,
        page,
        ...fitPlace(tag.kind, { x, y, size }, geometry, lines),
      },
    ];
  });
}

/** Tags are not labels and are left out of the text. */
function fromLines(
  tags: readonly FoundTag[],
  { glyphs, rules }: PageContent,
  geometry: PageGeometry,
  page: number,
): Unnamed[] {
  const written = new Set(tags.flatMap((tag) => tag.glyphs));
  const lines = linesOf(glyphs.filter((glyph) => !written.has(glyph)));
  return likelyPlaces({ rules }, lines, geometry).map((one) => ({ source: 'line', ...one, page }));
}

/** Whether two suggestions overlap, or one lies right above the other's line. */
const overlaps = (a: Unnamed, b: Unnamed): boolean =>
  a.page === b.page &&
  a.x < b.x + b.width &&
  b.x < a.x + a.width &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;
