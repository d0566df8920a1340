import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ENVELOPE_ID_BYTES,
  envelopeIdFrom,
  groupedEnvelopeId,
  isEnvelopeId,
  normalizeEnvelopeId,
} from '../../shared/domain/envelope/envelope-id.ts';
import { maskedAddress, maskedChannel, maskedName } from '../../shared/domain/envelope/party.ts';
import {
  assertMaySend,
  CODE,
  codeFrom,
  codeMessage,
  normalizeCode,
  secondsUntilNext,
} from '../../shared/domain/secrets/code.ts';

const refusal = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'Refusal', code, ...(facts && { detail: facts }) });
const minute = 60_000;

describe('sending codes', () => {
  it('waits sixty seconds between two', () => {
    expect(() => assertMaySend([], 0)).not.toThrow();
    expect(() => assertMaySend([0], minute - 1)).toThrow(refusal('code_too_soon', { seconds: 1 }));
    expect(secondsUntilNext([], 0)).toBe(0);
    expect(secondsUntilNext([0], 1_000)).toBe(59);
    expect(secondsUntilNext([0, 10 * minute], 10 * minute)).toBe(60);
    expect(() => assertMaySend([0], minute)).not.toThrow();
  });

  it('sends at most three in an hour', () => {
    const three = [0, 2 * minute, 4 * minute];
    expect(() => assertMaySend(three, 10 * minute)).toThrow(
      refusal('code_limit', { seconds: 50 * 60 }),
    );
    expect(() => assertMaySend(three, 4 * minute)).toThrow(refusal('code_too_soon'));
    expect(secondsUntilNext(three, 10 * minute)).toBe(50 * 60);
    expect(() => assertMaySend(three, 60 * minute)).not.toThrow();
  });

  it('locks after five, until the sender re-sends', () => {
    const five = [0, 1, 2, 3, 4].map((hour) => hour * 60 * minute);
    expect(() => assertMaySend(five, 1_000 * minute)).toThrow(refusal('code_locked'));
    expect(secondsUntilNext(five, 1_000 * minute)).toBe(Number.POSITIVE_INFINITY);
    expect(secondsUntilNext(five.slice(1), 1_000 * minute)).toBe(0);
  });
});

describe('a code', () => {
  it('is six digits, also when small', () => {
    expect(codeFrom(7)).toBe('000007');
    expect(codeFrom(4_294_967_295)).toMatch(/^\d{6}$/);
    expect(CODE.lifetime).toBe(300);
  });

  it('may be typed with spaces, hyphens or full-width digits', () => {
    expect(normalizeCode(' 12３-４56 ')).toBe('123456');
  });

  it.each([
    [
      'our text message',
      '042917 è il codice per firmare "Ordine 202611". Vale 5 minuti. @a.example #042917',
    ],
    ['its last line', '@sign.acme.example #042917'],
    ['a mail', 'Il codice per firmare: Ordine 202611\n\nVale 5 minuti.\n\n    042917\n\nNessuno'],
    ['words around it', 'Il codice è 042917, vale 5 minuti'],
    ['a text without the last line', '042917 ist Ihr Code zum Unterschreiben von "Vertrag 2026"'],
    ['spaces and dashes of any kind', ' 04\u00a029–1\u200b7 '],
    ['pairs', '04 29 17'],
    ['full-width digits in a message', 'コード：０４２９１７'],
  ])('is found in %s', (_, pasted) => {
    expect(normalizeCode(pasted)).toBe('042917');
  });

  it('is not made up where there are not six digits', () => {
    for (const typed of ['', '1234', '12345', '1234567', 'Ordine 20261129'])
      expect(normalizeCode(typed)).not.toMatch(/^\d{6}$/);
  });

  it('is bound to party, round, session, document and purpose', () => {
    const bound = {
      envelopeId: 'e',
      party: 'p',
      round: 0,
      session: 's',
      documentSha256: 'd',
      code: '123456',
    };
    const text = (change: object) => new TextDecoder().decode(codeMessage({ ...bound, ...change }));
    const variants = [
      {},
      { party: 'q' },
      { round: 1 },
      { session: 't' },
      { documentSha256: 'f' },
      { purpose: 'sign' },
      { purpose: 'decline' },
    ];
    expect(new Set(variants.map(text)).size).toBe(variants.length);
  });
});

describe("an envelope's id", () => {
  it('is 26 characters that survive being read aloud', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: ENVELOPE_ID_BYTES, maxLength: ENVELOPE_ID_BYTES }),
        (random) => {
          const id = envelopeIdFrom(random);
          expect(isEnvelopeId(id)).toBe(true);
          const spoken = groupedEnvelopeId(id).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
          expect(normalizeEnvelopeId(spoken)).toBe(id);
        },
      ),
    );
  });

  it('has not one character more or less', () => {
    const id = 'A'.repeat(26);
    const others = [`${id}A`, `A${id}`, `${id}\n`, id.slice(1), `${id.slice(1)}U`];
    expect([id, ...others].map(isEnvelopeId)).toEqual([true, ...others.map(() => false)]);
  });

  it('is printed in groups of five, the last of one', () => {
    expect(groupedEnvelopeId('0123456789ABCDEFGHJKMNPQRS')).toBe('01234-56789-ABCDE-FGHJK-MNPQR-S');
    expect(groupedEnvelopeId('0123456789')).toBe('01234-56789');
  });

  it('is read from the first two hundred characters that somebody typed', () => {
    expect(normalizeEnvelopeId(`${'-'.repeat(199)}AB`)).toBe('A');
  });

  it('keeps all 130 bits', () => {
    const low = envelopeIdFrom(Uint8Array.from({ length: 17 }, () => 0));
    const high = envelopeIdFrom(Uint8Array.from({ length: 17 }, () => 255));
    expect(low).toBe('0'.repeat(26));
    expect(high).toBe('Z'.repeat(26));
  });
});

it('masks names and channels', () => {
  expect(maskedName(' Maria  Rossi ')).toBe('M••• R•••');
  expect(maskedChannel({ kind: 'email', address: 'maria@example.com' })).toBe('m•••@example.com');
  expect(maskedChannel({ kind: 'sms', number: '+393331234567' })).toBe('+39 ••• ••• 4567');
});

it.each([
  ['203.0.113.77', '203.0.113.•••'],
  ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3:•••'],
  ['2001:db8::1', '2001:db8:•••'],
  ['::1', '•••'],
  ['::ffff:203.0.113.77', '::ffff:203.0.113.•••'],
])('of the address %s others read %s', (address, masked) => {
  expect(maskedAddress(address)).toBe(masked);
});
