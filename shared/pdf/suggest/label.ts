import type { Language, Role } from '../../domain/envelope/party.ts';
import type { FieldKind } from '../../domain/fields/field.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import type { PlaceWords } from './words/words.ts';

/** All languages are tried: a document may be bilingual, or in another language than its envelope. */
const WORDS: Readonly<Record<Language, PlaceWords>> = { it, en, de, fr, es };
const ALL = Object.values(WORDS);

/** Meaning of a label beside a blank. */
export interface LabelMeaning {
  readonly kind: Extract<FieldKind, 'signature' | 'date' | 'text'>;
  /** The label only names a party, such as "Il Cliente": that party signs there. */
  readonly isSide: boolean;
}

/** Maximum length; a sentence that begins with the same word is longer. */
const MAX_WORDS = 8;
const MAX_LETTERS = 70;

/** Longest first, so that "luogo e data" is not matched as "luogo". */
const listed = (key: keyof PlaceWords): readonly string[] =>
  [...new Set(ALL.flatMap((words) => words[key]))].sort((a, b) => b.length - a.length);
const [SIGNATURE, DATE, PLACE_AND_DATE] = (['signature', 'date', 'placeAndDate'] as const).map(
  listed,
) as [readonly string[], readonly string[], readonly string[]];
const TEXT = listed('text');
const SIDES: Readonly<Record<Role, readonly string[]>> = {
  client: listed('client'),
  director: listed('director'),
};
const BEFORE = listed('before');
/** Labels only if they stand alone: as first words they also begin names and labels in other languages. */
const BY_ITSELF = new Set(['by', 'le', 'conforme']);

export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[_…‗]+|\.{3,}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The meaning of a short text beside a blank; undefined if it is not a known label. */
export function meaningOf(text: string): LabelMeaning | undefined {
  const label = withoutBrackets(plain(text));
  if (label === '' || label.length > MAX_LETTERS || label.split(' ').length > MAX_WORDS) {
    return undefined;
  }
  if (isSideAlone(label)) return { kind: 'signature', isSide: true };
  const found = longestOf(label);
  return found && { kind: found, isSide: false };
}

/** Matches a party's designation alone: "Il Cliente", "Per la Società:", "DER AUFTRAGGEBER". */
export function isSideAlone(label: string): boolean {
  const bare = withoutArticle(label.replace(/[\s:.,;]+$/, ''));
  return SIDES.client.includes(bare) || SIDES.director.includes(bare);
}

function longestOf(label: string): LabelMeaning['kind'] | undefined {
  const candidates = [
    { kind: 'signature' as const, words: SIGNATURE },
    { kind: 'text' as const, words: PLACE_AND_DATE },
    { kind: 'date' as const, words: DATE },
    { kind: 'text' as const, words: TEXT },
  ].map(({ kind, words }) => ({ kind, length: beginningOf(label, words).length }));
  const best = candidates.reduce((a, b) => (b.length > a.length ? b : a));
  return best.length > 0 ? best.kind : undefined;
}

const beginningOf = (label: string, words: readonly string[]): string =>
  words.find((word) => isBeginning(label, word)) ?? '';

function isBeginning(label: string, word: string): boolean {
  if (!label.startsWith(word)) return false;
  const rest = label.slice(word.length);
  return BY_ITSELF.has(word) ? /^[\s:.,]*$/.test(rest) : !/^[\p{L}\d]/u.test(rest);
}

function withoutArticle(label: string): string {
  const article = BEFORE.find((word) =>
    word.endsWith("'") ? label.startsWith(word) : label.startsWith(`${word} `),
  );
  return article === undefined ? label : label.slice(article.length).trim();
}

const withoutBrackets = (label: string): string => label.replaceAll(/^[([\s]+|[)\]\s]+$/g, '');

/** The party that a text names; undefined if it names none or several. */
export function sideIn(text: string): Role | undefined {
  const words = plain(text);
  const [client, director] = [names(words, SIDES.client), names(words, SIDES.director)];
  if (client === director) return undefined;
  return client ? 'client' : 'director';
}

const names = (text: string, sides: readonly string[]): boolean =>
  sides.some((side) => {
    const at = text.indexOf(side);
    if (at < 0) return false;
    return !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + side.length] ?? ' ');
  });
