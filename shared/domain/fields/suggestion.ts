import type { Party, Role } from '../envelope/party.ts';
import type { Field } from './field.ts';

/** Written into the text by its author, a field of the PDF's own form, or what looks like a place to sign or to fill in. */
export const SUGGESTION_SOURCES = ['tag', 'form', 'line'] as const;
export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number];

/** The n-th party of a role: `client2` is the second client. */
export interface SuggestedParty {
  readonly role: Role;
  /** From 1. */
  readonly number: number;
}

type Placed = Pick<Field, 'id' | 'kind' | 'page' | 'x' | 'y' | 'width' | 'height' | 'required'>;

/** A field that the document itself asks for; nothing is placed before its sender accepts it. */
export interface Suggestion
  extends Placed,
    Partial<Pick<Field, 'label' | 'multiline' | 'options'>> {
  readonly source: SuggestionSource;
  /** Left out where the document does not say whose it is. */
  readonly party?: SuggestedParty;
}

export const TAG_PROBLEMS = ['unclosed', 'kind', 'party', 'option', 'options', 'label'] as const;
export type TagProblem = (typeof TAG_PROBLEMS)[number];

/** Text between `{{` and `}}` that is not a valid tag; it remains in the document. */
export interface WrongTag {
  /** From 0. */
  readonly page: number;
  readonly text: string;
  readonly problem: TagProblem;
}

export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
  readonly wrongTags: readonly WrongTag[];
}

/** The id of the party that is meant, if the envelope has it. */
export function meantParty(
  meant: SuggestedParty | undefined,
  parties: readonly Pick<Party, 'id' | 'role'>[],
): string | undefined {
  if (!meant) return undefined;
  return parties.filter(({ role }) => role === meant.role)[meant.number - 1]?.id;
}
