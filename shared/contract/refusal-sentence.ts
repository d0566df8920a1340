import type { RefusalCode, RefusalDetail } from '../domain/errors.ts';
import type { Language } from '../domain/party.ts';
import { REFUSALS } from './refusals.ts';

/** Words of the rules that stand in details, as people say them. */
const WORDS: Record<Language, Readonly<Record<string, string>>> = {
  it: {
    draft: 'in bozza',
    preparing: 'in preparazione',
    signing: 'in firma',
    signed: 'tutti hanno firmato',
    completed: 'completata',
    declined: 'rifiutata',
    voided: 'annullata',
    expired: 'scaduta',
    failed: 'interrotta per un errore',
    purged: 'documento rimosso',
    text: 'un testo',
    number: 'un numero',
    date: 'una data',
    checkbox: 'una casella da spuntare',
    choice: 'una delle voci proposte',
    page: 'la pagina non esiste',
    id: 'il suo identificativo è ripetuto',
    party: 'il firmatario non esiste',
    kind: 'firme e timbri appartengono a un firmatario',
    options: 'mancano le voci tra cui scegliere',
    outside_page: 'esce dalla pagina',
    too_much: 'i campi sono troppi per un solo documento',
    none: 'manca un firmatario',
    too_many: 'i firmatari possono essere al massimo dieci',
    same_id: 'due firmatari hanno lo stesso identificativo',
    director_first: 'per primo firma sempre un responsabile dell’azienda',
    director_after_client: 'i responsabili firmano prima dei clienti',
    schedule: 'la scadenza o i promemoria non sono possibili',
  },
  en: {
    draft: 'a draft',
    preparing: 'being prepared',
    signing: 'being signed',
    signed: 'everyone has signed',
    completed: 'completed',
    declined: 'declined',
    voided: 'voided',
    expired: 'expired',
    failed: 'stopped by an error',
    purged: 'document removed',
    text: 'a text',
    number: 'a number',
    date: 'a date',
    checkbox: 'a box to tick',
    choice: 'one of the options',
    page: 'there is no such page',
    id: 'its id is used twice',
    party: 'there is no such signer',
    kind: 'signatures and stamps belong to a signer',
    options: 'there is nothing to choose from',
    outside_page: 'it leaves the page',
    too_much: 'there are too many fields for one document',
    none: 'there is no signer',
    too_many: 'there may be at most ten signers',
    same_id: 'two signers have the same id',
    director_first: 'a director of the company always signs first',
    director_after_client: 'directors sign before clients',
    schedule: 'the deadline or the reminders are not possible',
  },
};

const WORDY = ['status', 'kind', 'problem'];
const INSTANTS = ['at', 'deadline', 'until'];

/** The sentence that tells a person what was refused, why, and what to do. */
export function refusalSentence(
  refusal: { readonly code: RefusalCode; readonly detail: RefusalDetail },
  language: Language,
  timeZone = 'UTC',
): string {
  const said = (name: string) => spoken(name, refusal.detail[name], language, timeZone);
  return REFUSALS[refusal.code][language]
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
  if (INSTANTS.includes(name)) return instant(String(value), language, timeZone);
  if (WORDY.includes(name)) return WORDS[language][value];
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
}

function duration(seconds: number, language: Language): string {
  const [value, unit] =
    seconds > 90 ? ([Math.ceil(seconds / 60), 'minute'] as const) : ([seconds, 'second'] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}

const instant = (iso: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );
