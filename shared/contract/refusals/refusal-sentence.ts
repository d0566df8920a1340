import type { Language } from '../../domain/envelope/party.ts';
import type { RefusalCode, RefusalDetail } from '../../domain/errors.ts';
import { writtenDate, writtenInstant } from '../dates/written-instant.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { RefusalPhrases, RefusalTerm } from './refusal-phrases.ts';

const PHRASES: Readonly<Record<Language, RefusalPhrases>> = {
  it: italian,
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

const WORDY = ['status', 'kind', 'problem', 'act'];
const INSTANTS = ['at', 'deadline', 'until'];
const DATES = ['date', 'earliest', 'latest'];

/** The sentence shown to people: what was refused, why, and what to do. */
export function refusalSentence(
  refusal: { code: RefusalCode; detail: RefusalDetail },
  language: Language,
  timeZone = 'UTC',
): string {
  const said = (name: string) => spoken(name, refusal.detail[name], language, timeZone);
  return PHRASES[language].sentences[refusal.code]
    .replace(/\[([^\]]*)\]/g, (_, part: string) => (known(part, said) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => said(name) ?? '');
}

const known = (part: string, said: (name: string) => string | undefined): boolean =>
  [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => said(name!) !== undefined);

function spoken(
  name: string,
  value: string | number | undefined,
  language: Language,
  timeZone: string,
): string | undefined {
  if (value === undefined) return undefined;
  if (name === 'seconds') return duration(Number(value), language);
  if (INSTANTS.includes(name)) return writtenInstant(String(value), language, timeZone);
  if (DATES.includes(name)) return writtenDate(String(value), language);
  if (name === 'language')
    return new Intl.DisplayNames(language, { type: 'language' }).of(String(value));
  if (WORDY.includes(name)) return PHRASES[language].terms[value as RefusalTerm];
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
}

function duration(seconds: number, language: Language): string {
  const [value, unit] =
    seconds > 90 ? ([Math.ceil(seconds / 60), 'minute'] as const) : ([seconds, 'second'] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}
