import type { Language } from '../../domain/envelope/party.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { TimelinePhrases } from './timeline-phrases.ts';

export const TIMELINE_PHRASES: Readonly<Record<Language, TimelinePhrases>> = {
  it: italian,
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
