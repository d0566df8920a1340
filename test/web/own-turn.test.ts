import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginOwnCeremony } from '../../web/console/own-turn/begin-own-ceremony.ts';
import { isOwnTurn } from '../../web/console/own-turn/is-own-turn.ts';
import type { Envelope } from '../../web/console/sender-api.ts';
import { Offline, Problem } from '../../web/ui/api.ts';

const ME = {
  ...{ name: 'Giulia Rinaldi', email: 'giulia@acme.example' },
  ...{ subject: 'u1', isAdministrator: false, emailVerified: true },
};
const OWNER = { name: ME.name, email: ME.email };

type Party = Envelope['parties'][number];
const party = (turn: number, name: string, more: Partial<Party> = {}): Party => ({
  ...{ id: `p${turn}`, role: 'director', turn, name, language: 'it' },
  channel: { kind: 'email', address: ME.email },
  ...more,
});
const HERSELF = party(0, ME.name);
const CLIENT = party(1, 'Paola Verdi', { channel: { kind: 'email', address: 'p@v.example' } });

const sent = (parties: readonly Party[], status: Envelope['status'] = 'signing') => ({
  ...{ status, parties: [...parties], owner: OWNER },
});

describe('her own turn', () => {
  it('is hers from sending on until she has signed', () => {
    expect(isOwnTurn(sent([HERSELF, CLIENT], 'preparing'), ME)).toBe(true);
    expect(isOwnTurn(sent([HERSELF, CLIENT]), ME)).toBe(true);
    const signed = { ...HERSELF, signedAt: '2026-11-30T10:00:00.000Z' };
    expect(isOwnTurn(sent([signed, CLIENT]), ME)).toBe(false);
    expect(isOwnTurn(sent([HERSELF, CLIENT], 'voided'), ME)).toBe(false);
  });

  it.each<[string, Party[], typeof ME]>([
    [
      'she signs later',
      [
        { ...CLIENT, turn: 0 },
        { ...HERSELF, turn: 1 },
      ],
      ME,
    ],
    ['it is another person at her address', [party(0, 'Marco Conti'), CLIENT], ME],
    [
      'she is reached by text message',
      [{ ...HERSELF, channel: { kind: 'sms', number: '+393331234567' } }],
      ME,
    ],
    ['her sign-in does not vouch for the address', [HERSELF], { ...ME, emailVerified: false }],
    ['an administrator looks', [HERSELF], { ...ME, email: 'sara@acme.example' }],
  ])('is not hers where %s', (_, parties, me) => {
    expect(isOwnTurn(sent(parties), me)).toBe(false);
  });
});

describe('on the way to her own ceremony', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const problem = (code: Problem['code'], status: number) =>
    new Problem(status, { code, title: code });
  const failingWith = (...failures: Error[]) =>
    vi.fn(async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return { handle: '0123abcd' };
    });
  async function begun(begin: () => Promise<{ handle: string }>) {
    const handle = beginOwnCeremony(begin, new AbortController().signal);
    await vi.runAllTimersAsync();
    return handle;
  }

  it('waits while the document is prepared, the network is gone or a service is down', async () => {
    const failures = [problem('document_not_ready', 409), new Offline(), problem('busy', 503)];
    expect(await begun(failingWith(...failures))).toBe('0123abcd');
  });

  it('takes the mail where it is refused', async () => {
    const begin = failingWith(problem('address_not_verified', 403));
    expect(await begun(begin)).toBeUndefined();
    expect(begin).toHaveBeenCalledTimes(1);
  });

  it('takes the mail where preparing takes longer than half a minute', async () => {
    const begin = vi.fn(async () => Promise.reject(problem('document_not_ready', 409)));
    expect(await begun(begin)).toBeUndefined();
    expect(begin).toHaveBeenCalledTimes(30);
  });
});
