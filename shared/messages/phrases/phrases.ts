import type { Language } from '../../domain/envelope/party.ts';
import type { Phrases } from '../notice.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  it: italian,
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
