import type { Language } from '../domain/party.ts';

/** An instant for people, with its zone: "16 marzo 2026 alle ore 10:00 CET". */
export const writtenInstant = (iso: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(iso));
