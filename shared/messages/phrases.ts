import type { Language } from '../domain/party.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import type { Phrases } from './notice.ts';
import { spanish } from './spanish.ts';

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  it: italian,
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
