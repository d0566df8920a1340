import type { Language } from '../../domain/envelope/party.ts';
import { localeOf } from '../../domain/text/locale.ts';

/** Long form with zone: "16 marzo 2026 alle ore 10:00 CET". */
export const writtenInstant = (iso: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(iso));

/** Short form: "16 mar 2026, 10:00 CET". The month in letters avoids day/month confusion. */
export const briefInstant = (iso: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(iso));

/** "14 giorni", "1 giorno". */
export const writtenDays = (days: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);

/** "9 febbraio 1126". */
export const writtenDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
