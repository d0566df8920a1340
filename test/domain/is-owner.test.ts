import { describe, expect, it } from 'vitest';
import { isOwner } from '../../shared/domain/envelope/is-owner.ts';

const ownerNamed = (name: string) => ({
  owner: { subject: 'u', name, email: 'giulia@acme.example' },
});
const party = (name: string, address = 'giulia@acme.example') =>
  ({ name, channel: { kind: 'email', address } }) as const;

describe('a party is the sender', () => {
  it.each([
    ['Giulia Rossi', party('Giulia Rossi')],
    ['Rossi, Giulia', party('giulia  ROSSI', 'Giulia@Acme.example')],
    ['Zoe\u0301 Rossi', party('Zoé Rossi')],
    ['Rossi, Giulia (Acme)', party('Giulia Rossi Acme')],
    ['giulia@acme.example', party('Giulia Rossi')],
  ])('“%s” who has that address and name', (name, who) => {
    expect(isOwner(ownerNamed(name), who)).toBe(true);
  });

  it.each([
    ['another address', party('Giulia Rossi', 'giulia@elsewhere.example')],
    ['the address of an office alone', party('Mario Bianchi')],
    ['the letters of her name in other words', party('Giu liaRossi')],
    [
      'a telephone',
      { name: 'Giulia Rossi', channel: { kind: 'sms', number: '+393331234567' } } as const,
    ],
  ])('but not by %s', (_, who) => {
    expect(isOwner(ownerNamed('Giulia Rossi'), who)).toBe(false);
  });
});
