import { localeOf } from '../../shared/domain/locale.ts';
import { LANGUAGES, type Language } from '../../shared/domain/party.ts';
import { storage } from './storage.ts';

export { LANGUAGES, type Language };

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  it: 'Italiano',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

const STORED = 'sigillo.language';
const chosen = storage('localStorage');

export const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.includes(text as Language);

/** What the reader chose before, else the first of the browser's languages that is offered. */
export function preferredLanguage(offered: readonly Language[] = LANGUAGES): Language {
  const wished = [chosen.get(STORED), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.filter(isLanguage).find((one) => offered.includes(one)) ?? offered[0]!;
}

export function chooseLanguage(language: Language): void {
  chosen.set(STORED, language);
  document.documentElement.lang = language;
}

export const hasChosenLanguage = (): boolean => isLanguage(chosen.get(STORED));

/** In the reader's own time zone, which it names. */
export const formatInstant = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));

export const formatTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );

export const formatDay = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(new Date(instant));

/** "1 page", "3 pages": `forms` by the plural category that Intl names. */
export const plural = (
  language: Language,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string => {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(language).format(count));
};
