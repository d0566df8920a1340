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
  /** The day from which this wording is used. */
  readonly version: string;
  readonly text: string;
  /** SHA-256 of the text as shown (UTF-8), recorded with consent. */
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

/** Avoids "S.r.l.." where a sentence ends with the company's name. */
const withoutDoubleStops = (text: string, company: string): string =>
  company.endsWith('.') ? text.replaceAll(`${company}.`, company) : text;

/** Paragraphs are separated by empty lines; the first line of each except the first is a heading. */
export function termsIn(language: Language, facts: TermsFacts): Terms {
  const words = { ...facts, ...lawIn(language, facts.country) };
  const text = withoutDoubleStops(TERMS[language](words), facts.company);
  return { version: VERSION, text, sha256: sha256(text) };
}

/** The language whose current terms have this version and hash; undefined if the terms have changed. */
export const languageOfTerms = (
  shown: { version: string; sha256: string },
  facts: TermsFacts,
): Language | undefined =>
  (Object.keys(TERMS) as Language[]).find((language) => {
    const present = termsIn(language, facts);
    return present.version === shown.version && present.sha256 === shown.sha256;
  });
