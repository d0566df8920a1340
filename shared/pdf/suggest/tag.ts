import { FIELD_KINDS, type FieldKind } from '../../domain/fields/field.ts';
import { FIELD_RULES } from '../../domain/fields/field-kinds.ts';
import type { SuggestedParty, Suggestion, TagProblem } from '../../domain/fields/suggestion.ts';

/** A parsed tag such as `{{text:client2:Codice fiscale:required}}`. */
export type Tag = Pick<Suggestion, 'kind' | 'label' | 'required' | 'options'> & {
  readonly party: SuggestedParty;
};
export type ReadTag = { readonly tag: Tag } | { readonly problem: TagProblem };

const PARTY = /^(client|director)([1-9]\d?)?$/;
/** As in the API's contract. */
const MAX_LABEL = 200;
const MAX_OPTIONS = 50;

/** Parses the text between the braces. */
export function readTag(text: string): ReadTag {
  const [kind, party, ...rest] = text
    .normalize('NFKC')
    .split(':')
    .map((part) => part.trim().replaceAll(/\s+/g, ' '));
  const known = FIELD_KINDS.find((each) => each === kind?.toLowerCase());
  if (!known) return { problem: 'kind' };
  const meant = PARTY.exec(party?.toLowerCase() ?? '');
  if (!meant) return { problem: 'party' };
  const number = Number(meant[2] ?? 1);
  return withSettings(known, { role: meant[1] as SuggestedParty['role'], number }, rest);
}

function withSettings(
  kind: FieldKind,
  party: SuggestedParty,
  settings: readonly string[],
): ReadTag {
  const given = settings.filter((part) => part !== '');
  const labels = given.filter((part) => !isOption(part));
  const options = optionsIn(given);
  const { hasOptions, isTick } = FIELD_RULES[kind];
  if (labels.length > 1) return { problem: 'option' };
  if (labels.some((label) => label.length > MAX_LABEL)) return { problem: 'label' };
  if (hasOptions !== options.length > 0 || options.length > MAX_OPTIONS)
    return { problem: 'options' };
  const required = given.includes('optional') ? false : given.includes('required') || !isTick;
  const [label] = labels;
  return {
    tag: {
      ...{ kind, party, required },
      ...(label !== undefined && { label }),
      ...(hasOptions && { options }),
    },
  };
}

const isOption = (part: string) =>
  part === 'required' || part === 'optional' || part.startsWith('options=');

const optionsIn = (settings: readonly string[]): string[] =>
  settings
    .filter((part) => part.startsWith('options='))
    .flatMap((part) => part.slice('options='.length).split('|'))
    .map((option) => option.trim())
    .filter((option) => option !== '');
