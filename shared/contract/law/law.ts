import type { Language } from '../../domain/envelope/party.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { ByCountry, LawWords } from './law-words.ts';

const LAW: Readonly<Record<Language, LawWords>> = { it, en, de, fr, es };

/** @param country The company's, ISO 3166-1 alpha-2. */
export function lawIn(language: Language, country: string) {
  const { capacity, worth, form } = LAW[language];
  const of = (words: ByCountry) => words[country === 'IT' ? 'IT' : 'elsewhere'];
  return { capacity, worth: of(worth), form: of(form) };
}
