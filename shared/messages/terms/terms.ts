import { lawIn } from '../../contract/law/law.ts';
import type { Language } from '../../domain/envelope/party.ts';
import { sha256 } from '../../domain/sha256.ts';
import { termsGerman } from './de.ts';
import { termsEnglish } from './en.ts';
import { termsSpanish } from './es.ts';
import { termsFrench } from './fr.ts';
import { termsItalian } from './it.ts';
import type { TermsFacts, TermsWords } from './terms-words.ts';

export interface Terms {
  /** The day on which this wording began to be used. */
  readonly version: string;
  readonly text: string;
  /** Of the text as shown, in UTF-8: what the ledger keeps of a consent. */
  readonly sha256: string;
}

const VERSION = '2026-11-30';

const TERMS: Readonly<Record<Language, (words: TermsWords) => string>> = {
  it: termsItalian,
  en: termsEnglish,
  de: termsGerman,
  fr: termsFrench,
  es: termsSpanish,
};

/** A name such as "Rossi S.r.l." brings the full stop of its sentence along. */
const withoutDoubleStops = (text: string, company: string): string =>
  company.endsWith('.') ? text.replaceAll(`${company}.`, company) : text;

/** Paragraphs are divided by an empty line; the first line of each but the first is its heading. */
export function termsIn(language: Language, facts: TermsFacts): Terms {
  const words = { ...facts, ...lawIn(language, facts.country) };
  const text = withoutDoubleStops(TERMS[language](words), facts.company);
  return { version: VERSION, text, sha256: sha256(text) };
}

/** The language whose present terms have this version and hash; undefined if they were changed since. */
export const languageOfTerms = (
  shown: { version: string; sha256: string },
  facts: TermsFacts,
): Language | undefined =>
  (Object.keys(TERMS) as Language[]).find((language) => {
    const present = termsIn(language, facts);
    return present.version === shown.version && present.sha256 === shown.sha256;
  });
