import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/errors.ts';
import { actsFor, itselfOf, machineOf, ownerAsked } from '../../shared/domain/token/machine.ts';
import {
  assertLive,
  assertScope,
  isTokenId,
  isUseNoted,
  newToken,
  secretAsked,
  type Token,
  type TokenFacts,
} from '../../shared/domain/token/token.ts';

const NOW = new Date('2026-03-02T09:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const ANNA = { subject: 'u1', email: 'anna@aurora.example', name: 'Anna' };
const BRUNO = { subject: 'u2', email: 'bruno@aurora.example', name: 'Bruno' };

const FACTS: TokenFacts = {
  name: 'ERP',
  scopes: ['envelopes:read'],
  owners: [ANNA, BRUNO],
  email: 'sara@aurora.example',
  endsAt: later(1_000).toISOString(),
};

const made = (facts: Partial<TokenFacts> = {}) =>
  newToken({ ...FACTS, ...facts }, { subject: 'u3', name: 'Sara' }, randomBytes(32), NOW);

function refusalOf(act: () => void): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? { code: error.code, ...error.detail } : error;
  }
}

describe('a token', () => {
  it('is known by the hash of its secret, which it does not hold', () => {
    const { secret, token } = made();
    expect(secret).toMatch(/^sgl_[\w-]{43}$/);
    expect(secretAsked(secret)).toEqual({ id: token.id, sha256: token.sha256 });
    expect(isTokenId(token.id)).toBe(true);
    for (const other of [`0${token.id}`, `${token.id}0`]) expect(isTokenId(other)).toBe(false);
    expect(JSON.stringify(token)).not.toContain(secret.slice(4));
  });

  it.each(['', 'sgl_', 'x', `sgl_${'a'.repeat(44)}`, `SGL_${'a'.repeat(43)}`])(
    'is not what cannot be one: "%s"',
    (text) => expect(secretAsked(text)).toBeUndefined(),
  );

  it('is refused from the instant at which it ends or was withdrawn', () => {
    const { token } = made();
    const withdrawn: Token = { ...token, withdrawn: { at: NOW.toISOString(), by: 'Sara' } };
    expect(refusalOf(() => assertLive(token, later(999)))).toBeUndefined();
    expect(refusalOf(() => assertLive(token, later(1_000)))).toEqual({
      code: 'token_ended',
      at: token.endsAt,
    });
    expect(refusalOf(() => assertLive(withdrawn, NOW))).toEqual({
      code: 'token_withdrawn',
      at: NOW.toISOString(),
    });
    expect(refusalOf(() => assertLive(undefined, NOW))).toEqual({ code: 'token_unknown' });
  });

  it('may do what its scopes say: to write is not to read', () => {
    const { token } = made({ scopes: ['envelopes:write'] });
    expect(refusalOf(() => assertScope(token, 'envelopes:write'))).toBeUndefined();
    expect(refusalOf(() => assertScope(token, 'envelopes:read'))).toEqual({
      code: 'scope_missing',
      scope: 'envelopes:read',
    });
  });

  it('has its use written once an hour', () => {
    const used = { lastUsedAt: NOW.toISOString() };
    expect(isUseNoted({}, NOW)).toBe(false);
    expect(isUseNoted(used, later(3_599_000))).toBe(true);
    expect(isUseNoted(used, later(3_600_000))).toBe(false);
  });
});

describe('a machine', () => {
  it('acts for the employees of its token, whom a request names by address or subject', () => {
    const machine = machineOf(made().token);
    for (const asked of ['BRUNO@aurora.example', 'u2'])
      expect(ownerAsked(machine, asked)).toEqual(BRUNO);
    expect([actsFor(machine, 'u1'), actsFor(machine, 'u3')]).toEqual([true, false]);
    expect(refusalOf(() => ownerAsked(machine, 'x@aurora.example'))).toEqual({
      code: 'owner_unknown',
      email: 'x@aurora.example',
    });
    expect(refusalOf(() => ownerAsked(machine))).toEqual({ code: 'owner_unknown' });
  });

  it('needs no name where it acts for one alone', () => {
    expect(ownerAsked(machineOf(made({ owners: [ANNA] }).token))).toEqual(ANNA);
  });

  it('without employees acts for itself alone', () => {
    const { token } = made({ owners: [] });
    const machine = machineOf(token);
    const itself = { subject: `token:${token.id}`, email: FACTS.email, name: 'ERP' };
    expect([ownerAsked(machine), itselfOf(token)]).toEqual([itself, itself]);
    expect(actsFor(machine, 'u1')).toBe(false);
  });
});
