import type { Language } from '../../../domain/envelope/party.ts';
import type { AuditTexts } from './audit-texts.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';

export const AUDIT_TEXTS: Readonly<Record<Language, AuditTexts>> = {
  it: italian,
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
