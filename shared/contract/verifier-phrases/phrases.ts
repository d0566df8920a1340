import type { Language } from '../../domain/party.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { spanish } from './spanish.ts';
import type { VerifierPhrases } from './verifier-phrases.ts';

export const VERIFIER_PHRASES: Readonly<Record<Language, VerifierPhrases>> = {
  it: italian,
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
