import type { SuggestionSource } from '../../../shared/domain/fields/suggestion.ts';
import { meantParty } from '../../../shared/domain/fields/suggestion.ts';
import type { Field, Party, Suggestions } from '../sender-api.ts';
import type { Texts } from '../texts/texts.ts';
import { inside, type Size } from './geometry.ts';

type Suggestion = Suggestions['suggestions'][number];

/** A field that the document asks for, as it will be placed when it is accepted. */
export interface SuggestedField {
  readonly field: Field;
  readonly source: SuggestionSource;
}

/** What a suggestion becomes a field by. */
interface Paper {
  /** Id of the document's upload, to which suggestions belong. */
  readonly upload: string;
  readonly pages: readonly Size[];
  readonly parties: readonly Pick<Party, 'id' | 'role'>[];
  /** What a field without a label is called. */
  readonly kinds: Texts['fields']['kinds'];
}

export const suggestedFields = (
  suggestions: readonly Suggestion[],
  paper: Paper,
): SuggestedField[] =>
  suggestions.flatMap((suggestion) => {
    const page = paper.pages[suggestion.page];
    const { source } = suggestion;
    return page ? [{ source, field: inside(fieldOf(suggestion, paper), page) }] : [];
  });

function fieldOf(suggestion: Suggestion, { upload, parties, kinds }: Paper): Field {
  const { id, kind, page, x, y, width, height, required, label, options, multiline } = suggestion;
  return {
    ...{ id: `${id}${shortHash(upload)}`, kind, page, x, y, width, height, required },
    party: meantParty(suggestion.meant, parties) ?? nobodyAmong(parties),
    label: label ?? kinds[kind],
    ...(options && { options }),
    ...(multiline && { multiline }),
  };
}

/** Not any party's id: the editor asks the user to choose the party. */
const nobodyAmong = (parties: Paper['parties']): string =>
  ['nobody', ...parties.map((_, index) => `nobody${index}`)].find(
    (nobody) => !parties.some(({ id }) => id === nobody),
  )!;

/** FNV-1a; at most seven letters and digits, so that a field's id stays within twelve. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Share of the smaller field's area; a larger overlap means the same place and not a neighbour. */
const COVERED = 0.25;

/** What may still be accepted: not dropped, not placed already (wherever it was moved to), its place free. */
export const openSuggestions = (
  suggested: readonly SuggestedField[],
  fields: readonly Field[],
  dropped: readonly string[],
): SuggestedField[] =>
  suggested.filter(
    ({ field }) =>
      !dropped.includes(field.id) &&
      !fields.some((placed) => placed.id === field.id || isInPlaceOf(placed, field)),
  );

function isInPlaceOf(placed: Field, field: Field): boolean {
  if (placed.page !== field.page) return false;
  const across = overlap(placed.x, placed.width, field.x, field.width);
  const down = overlap(placed.y, placed.height, field.y, field.height);
  const smaller = Math.min(placed.width * placed.height, field.width * field.height);
  return across * down > COVERED * smaller;
}

const overlap = (a: number, lengthOfA: number, b: number, lengthOfB: number): number =>
  Math.max(0, Math.min(a + lengthOfA, b + lengthOfB) - Math.max(a, b));
