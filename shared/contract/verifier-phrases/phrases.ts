import type { Language } from '../../domain/envelope/party.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { VerifierPhrases } from './verifier-phrases.ts';

export const VERIFIER_PHRASES: Readonly<Record<Language, VerifierPhrases>> = {
  it: italian,
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
