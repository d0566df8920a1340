import { randomInt } from 'node:crypto';
import type { Party } from '../../shared/domain/envelope/party.ts';

/** Unique per run, so that runs do not share addresses and phone numbers. */
const digits = (count: number): string => String(randomInt(10 ** count)).padStart(count, '0');
const email = (name: string) =>
  ({ kind: 'email', address: `${name}.${digits(6)}@example.com` }) as const;
const sms = () => ({ kind: 'sms', number: `+39333${digits(7)}` }) as const;

const person = (
  id: string,
  role: Party['role'],
  name: string,
  channel: Party['channel'],
  language: Party['language'] = 'it',
): Party => ({ id, role, turn: role === 'director' ? 0 : 1, name, channel, language });

/** A director reached by e-mail and a client by text message; with four parties two of each, in two turns. */
export function cast(count: 2 | 4): Party[] {
  const director = person('director', 'director', 'Laura Bianchi', email('laura.bianchi'));
  const client = person('client', 'client', 'Matteo D’Angelo', sms());
  if (count === 2) return [director, client];
  return [
    director,
    person('director2', 'director', 'Юлия Петрова', email('julia.petrova'), 'en'),
    client,
    person('client2', 'client', 'Νίκος Παπαδόπουλος', email('nikos'), 'en'),
  ];
}
