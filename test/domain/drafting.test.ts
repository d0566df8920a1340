import { describe, expect, it } from 'vitest';
import type { Field } from '../../shared/domain/fields/field.ts';
import {
  assertMayBegin,
  create,
  documentChecked,
  edit,
  type Facts,
  fill,
  ownValues,
  place,
  send,
} from '../../shared/domain/transitions/drafting.ts';
import {
  AT_START,
  accepted,
  drafted,
  FACTS,
  field,
  minutesLater,
  OWNER,
  party,
  running,
  T0,
} from './envelope-story.ts';

const refusal = (code: string, problem: string) =>
  expect.objectContaining({ code, detail: expect.objectContaining({ problem }) });

const director = (id: string) => party(id, 'director', 0);
const directors = (count: number) =>
  Array.from({ length: count }, (_, index) => director(`d${index}`));

const client = (id: string, turn: number) => party(id, 'client', turn);

const ORDERS = {
  'ten parties': directors(10),
  'a director beside a client': [director('d1'), party('d2', 'director', 1), client('c1', 1)],
  'both sides in one turn': [director('d1'), client('c1', 0)],
  'a client alone': [client('c1', 0)],
  'the company last': [client('c1', 0), party('d1', 'director', 1)],
  'a client between directors': [director('d1'), client('c1', 1), party('d2', 'director', 2)],
};

/** The ways to set a draft's parties. */
const WAYS = [
  ['created', (facts: Facts) => create(facts, OWNER, 14, T0).data],
  ['edited', (facts: Facts) => edit(drafted().envelope, facts, minutesLater(3)).data],
  [
    'begun from a template',
    (facts: Facts) => {
      assertMayBegin(facts, T0);
      return facts;
    },
  ],
] as const;

describe.each(WAYS)('a draft that is %s', (_, decide) => {
  it.each([
    ['none', []],
    ['too_many', directors(11)],
    ['same_id', [director('d1'), party('d1', 'client', 1)]],
  ])('has no parties that are %s', (problem, parties) => {
    expect(() => decide({ ...FACTS, parties })).toThrow(refusal('parties_invalid', problem));
  });

  it.each(Object.entries(ORDERS))('may have %s', (_order, parties) => {
    expect(decide({ ...FACTS, parties }).parties).toBe(parties);
  });
});

describe.each(WAYS)('a draft that is %s', (_, decide) => {
  it.each([
    ['a deadline of no day', { deadlineDays: 0, reminderDays: [] }],
    ['a deadline of half a day', { deadlineDays: 0.5, reminderDays: [] }],
    ['a deadline after the longest', { deadlineDays: 61, reminderDays: [] }],
    ['a reminder at once', { deadlineDays: 14, reminderDays: [3, 0] }],
    ['a reminder after half a day', { deadlineDays: 14, reminderDays: [0.5] }],
    ['a reminder at the deadline', { deadlineDays: 14, reminderDays: [3, 14] }],
  ])('does not have %s', (_, schedule) => {
    expect(() => decide({ ...FACTS, schedule })).toThrow(refusal('parties_invalid', 'schedule'));
  });

  it('may have sixty days, and reminders from the first to the last but one', () => {
    const schedule = { deadlineDays: 60, reminderDays: [1, 59] };
    expect(decide({ ...FACTS, schedule }).schedule).toBe(schedule);
  });

  it('does not have a last day that is over', () => {
    const lastDay = { day: '2026-03-01', timeZone: 'UTC' };
    const schedule = { ...FACTS.schedule, lastDay };
    expect(() => decide({ ...FACTS, schedule })).toThrow(
      expect.objectContaining({ code: 'deadline_out_of_range' }),
    );
  });
});

describe('a last day', () => {
  const later = minutesLater(30 * 24 * 60);
  const schedule = { ...FACTS.schedule, lastDay: { day: '2026-03-20', timeZone: 'UTC' } };
  const { envelope } = drafted({ ...FACTS, schedule });

  it('that is over stays in its draft, but is not taken anew', () => {
    expect(edit(envelope, { ...FACTS, schedule }, later).data.schedule).toBe(schedule);
    const other = { ...schedule, lastDay: { day: '2026-03-21', timeZone: 'UTC' } };
    expect(() => edit(envelope, { ...FACTS, schedule: other }, later)).toThrow(
      expect.objectContaining({ code: 'deadline_out_of_range' }),
    );
  });

  it('that is over is not sent', () => {
    expect(send(envelope, {}, minutesLater(3)).data.deadline).toBe('2026-03-20T23:59:59.000Z');
    expect(() => send(envelope, {}, later)).toThrow(
      expect.objectContaining({ code: 'deadline_out_of_range' }),
    );
  });
});

describe('a document that was checked', () => {
  const { envelope } = drafted();
  const since = (requestedAt: string) =>
    ({ ...envelope, document: { ...accepted, requestedAt } }) as typeof envelope;

  it('is recorded once', () => {
    expect(documentChecked(envelope, { accepted })).toBeUndefined();
    const other = { ...accepted, upload: 'u2' };
    expect(documentChecked(envelope, { accepted: other })?.data).toBe(other);
  });

  it('gives way to one that was uploaded later', () => {
    const checked = (requestedAt?: string) =>
      documentChecked(since('2026-03-02T09:01:00.000Z'), {
        accepted: { ...accepted, upload: 'u2', ...(requestedAt && { requestedAt }) },
      });
    expect(checked()).toBeUndefined();
    expect(checked('2026-03-02T09:00:59.000Z')).toBeUndefined();
    expect(checked('2026-03-02T09:01:00.000Z')).toBeDefined();
  });
});

describe('fields are not placed', () => {
  const good = field('s', 'd1', 'signature');
  const { width, height } = accepted.pages[0]!;
  const placing = (fields: readonly Field[]) => place(drafted().envelope, fields, minutesLater(3));

  it.each<[string, string, readonly Field[]]>([
    ['page', 'on a page that is not there', [{ ...good, page: 1 }]],
    ['id', 'under one id twice', [good, { ...good, y: 200 }]],
    ['party', 'for somebody who is not a party', [{ ...good, party: 'stranger' }]],
    ['kind', 'for the company to sign', [{ ...good, party: null }]],
    ['outside_page', 'left of the page', [{ ...good, x: -1 }]],
    ['outside_page', 'above the page', [{ ...good, y: -1 }]],
    ['outside_page', 'over the right edge', [{ ...good, x: width - good.width + 1 }]],
    ['outside_page', 'over the lower edge', [{ ...good, y: height - good.height + 1 }]],
  ])('(%s) %s', (problem, _, fields) => {
    expect(() => placing(fields)).toThrow(refusal('fields_invalid', problem));
  });

  it('but right up to the edges', () => {
    const corners = [
      { ...good, x: 0, y: 0 },
      { ...good, id: 't', x: width - good.width, y: height - good.height },
    ];
    expect(placing(corners).data.fields).toBe(corners);
  });
});

describe('what was sent', () => {
  const { envelope } = running();

  it.each([
    ['edited', () => edit(envelope, FACTS, T0)],
    ['placed', () => place(envelope, [], T0)],
    ['filled in', () => fill(envelope, { key: 'k', sha256: 'a'.repeat(64) } as never, T0)],
    ['sent', () => send(envelope, {}, T0)],
  ])('cannot be %s any more, and says what it is', (_, act) => {
    expect(act).toThrow(
      expect.objectContaining({ code: 'not_draft', detail: { status: 'signing' } }),
    );
  });

  it('takes no document any more', () => {
    expect(documentChecked(envelope, { accepted: { ...accepted, upload: 'later' } })).toBe(
      undefined,
    );
  });
});

describe('the company’s own values', () => {
  it('may be kept while required ones are still missing', () => {
    const story = drafted();
    const own = [field('own', null, 'text'), field('f1', 'd1', 'signature')];
    story.add(AT_START, { type: 'placed', data: { fields: own } });
    expect(ownValues(story.envelope, {})).toEqual({});
  });
});
