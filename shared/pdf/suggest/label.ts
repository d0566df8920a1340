import type { Language, Role } from '../../domain/envelope/party.ts';
import type { FieldKind } from '../../domain/fields/field.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import type { PlaceWords } from './words/words.ts';

/** A document may be in two languages, and is not always in the one that its envelope speaks. */
const WORDS: Readonly<Record<Language, PlaceWords>> = { it, en, de, fr, es };
const ALL = Object.values(WORDS);

/** What a label asks for. */
export interface LabelMeaning {
  readonly kind: Extract<FieldKind, 'signature' | 'date' | 'text'>;
  /** It is a side of the contract alone, such as "Il Cliente": that side signs there. */
  readonly isSide: boolean;
}

/** A label is short; a sentence that begins with the same word is none. */
const MAX_WORDS = 8;
const MAX_LETTERS = 70;

/** Longest first, so that "luogo e data" is not taken for "luogo". */
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
/** Beside a blank these are companies' names and labels in other languages: "Firma" is a company in German. */
const BY_ITSELF = new Set(['by', 'le', 'conforme']);

export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[_…‗]+|\.{3,}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What a short text beside a blank means; undefined if it says nothing of the kind. */
export function meaningOf(text: string): LabelMeaning | undefined {
  const label = withoutBrackets(plain(text));
  if (label === '' || label.length > MAX_LETTERS || label.split(' ').length > MAX_WORDS) {
    return undefined;
  }
  if (isSideAlone(label)) return { kind: 'signature', isSide: true };
  const found = longestOf(label);
  return found && { kind: found, isSide: false };
}

/** A side by itself: "Il Cliente", "Per la Società:", "DER AUFTRAGGEBER". */
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

/** The side that a text names, if it names one only. */
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
