import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/mobile';
import examples from 'libphonenumber-js/mobile/examples';
import { isMailAddress } from '../../../shared/domain/text/mail-address.ts';
import { isMobileNumber } from '../../../shared/phone/mobile-number.ts';
import type { Channel, Party } from '../sender-api.ts';

/** A party being edited. Both contacts are kept, so that switching the channel loses nothing. */
export interface Person {
  readonly id: string;
  readonly role: Party['role'];
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly address: string;
  readonly country: string;
  readonly number: string;
  readonly language: Party['language'];
  /** Signs in the same turn as the one before. */
  readonly together: boolean;
  readonly stamps: boolean;
}

export interface Country {
  readonly code: string;
  readonly prefix: string;
  readonly name: string;
}

/** Countries whose numbers can get text messages, sorted by their name in the reader's language. */
export function servedCountries(prefixes: readonly string[], language: string): Country[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return getCountries()
    .map((code) => ({
      code,
      prefix: `+${getCountryCallingCode(code)}`,
      name: names.of(code) ?? code,
    }))
    .filter(({ prefix }) => prefixes.some((served) => prefix === served))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Default country of phone numbers: the company's own, if text messages go there. */
export const homeCountry = (served: readonly Country[], company: string): string =>
  (served.find(({ code }) => code === company) ?? served[0])?.code ?? company;

/** The typed number in E.164, with or without country prefix; undefined if it is no mobile number there. */
export function phoneNumber(text: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(text, country as CountryCode)?.number;
  return number && isMobileNumber(number) ? number : undefined;
}

/** Whether the number has the length of mobile numbers in its country, so that it can be validated while typing. */
export function isWholeNumber(text: string, country: string): boolean {
  const typed = parsePhoneNumberFromString(text, country as CountryCode);
  const usual = getExampleNumber(typed?.country ?? (country as CountryCode), examples);
  const length = usual?.nationalNumber.length ?? Number.POSITIVE_INFINITY;
  return (typed?.nationalNumber.length ?? 0) >= length;
}

const internationalNumber = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number;

/** A number is written as people write it, with its country. */
export const contactText = (channel: Channel): string =>
  channel.kind === 'email' ? channel.address : internationalNumber(channel.number);

export function contactOf(channel: Channel, country: string) {
  if (channel.kind === 'email')
    return { kind: channel.kind, address: channel.address, country, number: '' };
  const parsed = parsePhoneNumberFromString(channel.number);
  return {
    kind: channel.kind,
    address: '',
    country: parsed?.country ?? country,
    number: parsed?.formatNational() ?? channel.number,
  };
}

type Contact = Pick<Person, 'kind' | 'address' | 'country' | 'number'>;

/** Throws if the contact was not checked before. */
export function channelOf({ kind, address, country, number }: Contact): Channel {
  if (kind === 'email') return { kind, address: address.trim() };
  const found = phoneNumber(number, country);
  if (!found) throw new Error('not a phone number');
  return { kind, number: found };
}

/** `served`: calling codes of countries that get text messages. */
export function contactProblem(
  { kind, address, country, number }: Contact,
  served: readonly string[],
): 'email' | 'sms' | 'country' | undefined {
  if (kind === 'email') return isMailAddress(address.trim()) ? undefined : 'email';
  const found = phoneNumber(number, country);
  if (!found) return 'sms';
  return served.some((prefix) => found.startsWith(prefix)) ? undefined : 'country';
}

export const peopleFrom = (parties: readonly Party[], country: string): Person[] =>
  [...parties]
    .sort((a, b) => a.turn - b.turn)
    .map(({ id, role, turn, name, channel, language, stamps = false }, index, all) => ({
      id,
      role,
      name,
      language,
      stamps,
      together: all[index - 1]?.turn === turn,
      ...contactOf(channel, country),
    }));

/** p1, p2, …: the first id that neither a person (also a removed one) nor a field uses. */
export function freeId(
  people: readonly Pick<Person, 'id'>[],
  fields: readonly { party: string | null }[],
): string {
  const taken = new Set([...people.map(({ id }) => id), ...fields.map(({ party }) => party)]);
  for (let number = 1; ; number++) if (!taken.has(`p${number}`)) return `p${number}`;
}
