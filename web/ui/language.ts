import { LANGUAGES, type Language } from '../../shared/domain/envelope/party.ts';
import { localeOf } from '../../shared/domain/text/locale.ts';
import { storage } from './storage.ts';

export { LANGUAGES, type Language };

/** Each language's name in that language. */
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

/** The user's earlier choice, else the first supported one of the browser's languages. */
export function preferredLanguage(offered: readonly Language[] = LANGUAGES): Language {
  const wished = [chosen.get(STORED), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.filter(isLanguage).find((one) => offered.includes(one)) ?? offered[0]!;
}

export function chooseLanguage(language: Language): void {
  chosen.set(STORED, language);
  document.documentElement.lang = language;
}

export const hasChosenLanguage = (): boolean => isLanguage(chosen.get(STORED));

/** Cached per language: constructing a formatter takes longer than rendering a row. */
function perLanguage<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(localeOf(language));
    made.set(language, known);
    return known;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((locale) => new Intl.DateTimeFormat(locale, options));

const instants = dates({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const seconds = dates({ dateStyle: 'long', timeStyle: 'long' });
const times = dates({ hour: '2-digit', minute: '2-digit' });
const days = dates({ dateStyle: 'long' });
const lists = perLanguage((locale) => new Intl.ListFormat(locale));

/** In the user's time zone, with its name. */
export const formatInstant = (instant: string, language: Language): string =>
  instants(language).format(new Date(instant));

/** To the second, in the user's time zone, with its name. */
export const formatSecond = (instant: string, language: Language): string =>
  seconds(language).format(new Date(instant));

export const formatTime = (instant: string, language: Language): string =>
  times(language).format(new Date(instant));

export const formatDay = (instant: string, language: Language): string =>
  days(language).format(new Date(instant));

/** "Anna, Bruno and Carla". */
export const formatList = (names: readonly string[], language: Language): string =>
  lists(language).format(names);
