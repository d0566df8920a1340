import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { groupOf } from '../../shared/domain/envelope/list-group.ts';
import { listRow, rowExpiry } from '../../shared/domain/envelope/list-row.ts';
import {
  evidenceEnd,
  isForgotten,
  isRemoved,
  linkRowExpiry,
  purgeAt,
  textRowExpiry,
} from '../../shared/domain/envelope/retention.ts';
import type { EntryData } from '../../shared/domain/ledger/entries.ts';
import type { Decision } from '../../shared/domain/ledger/ledger.ts';
import { drafted, minutesLater, OWNER, running, SENDER, type Story, T0 } from './envelope-story.ts';

const RETENTION = { evidenceYears: 10, draftDays: 30 };
const DAY = 24 * 60;
const seconds = (at: string) => Math.ceil(Date.parse(at) / 1000);
const before = (at: string) => new Date(Date.parse(at) - 1);

const entry = <T extends keyof EntryData>(
  story: Story,
  type: T,
  data: EntryData[T],
  minutes: number,
) => story.add({ actor: SENDER, now: minutesLater(minutes) }, { type, data } as Decision);
const voided = () => entry(running(), 'voided', { reason: 'no' }, 5);
const row = (envelope: Envelope) => listRow(envelope, RETENTION);

describe('the row of an envelope', () => {
  it('says who still has to sign, until when, and when it is looked at next', () => {
    const { envelope } = running();
    expect(row(envelope)).toMatchObject({
      id: envelope.id,
      owner: OWNER.subject,
      ownedBy: OWNER,
      status: 'signing',
      seq: envelope.seq,
      createdAt: T0.toISOString(),
      updatedAt: minutesLater(4).toISOString(),
      deadline: 'deadline' in envelope && envelope.deadline,
      waitingFor: ['Name d1'],
      parties: [
        { id: 'd1', name: 'Name d1', role: 'director' },
        { id: 'c1', name: 'Name c1', role: 'client' },
      ],
      dueAt: expect.any(String),
    });
    for (const absent of ['expiresAt', 'template', 'standsStillSince', 'ended'])
      expect(row(envelope)).not.toHaveProperty(absent);
  });

  it('says who has signed and whom no message reached', () => {
    const story = running();
    const undelivered = {
      to: 'c1',
      notice: 'invitation',
      reason: 'bounce',
      kind: 'failed',
    } as const;
    entry(story, 'delivery.failed', undelivered, 5);
    story.signedBy('d1', story.envelope.status === 'signing' ? '0'.repeat(64) : '', 6);
    const [director, client] = row(story.envelope).parties;
    expect(director).toEqual({
      ...{ id: 'd1', name: 'Name d1', role: 'director' },
      signedAt: minutesLater(6).toISOString(),
    });
    expect(client).toMatchObject({ undelivered: { kind: 'failed', notice: 'invitation' } });
  });

  it('says since when it stands still, and of which template it was made', () => {
    const stalled = entry(running(), 'stalled', { execution: 1 }, 5).envelope;
    expect(row(stalled)).toMatchObject({ standsStillSince: minutesLater(5).toISOString() });
    const template = { id: 't', name: 'T', version: 1 };
    expect(row({ ...stalled, template })).toMatchObject({ template });
  });

  it('keeps the date of its end when it is purged, and says as what it ended', () => {
    const story = entry(voided(), 'purged', {}, 20 * DAY);
    expect(row(story.envelope)).toMatchObject({
      status: 'purged',
      ended: 'voided',
      updatedAt: minutesLater(5).toISOString(),
      waitingFor: [],
    });
  });

  it('has nothing of a person once it is erased, and comes first where it is deleted', () => {
    const erased = row(entry(voided(), 'erased', {}, 6).envelope);
    expect(erased).toMatchObject({ title: '', parties: [], updatedAt: '1970-01-01T00:00:00.000Z' });
    expect(erased).not.toHaveProperty('ownedBy');
    expect(JSON.stringify(erased)).not.toMatch(/Name|example/);
  });
});

describe('a row is kept', () => {
  it('without end while it is in progress', () => {
    expect(rowExpiry(running().envelope, RETENTION)).toEqual({});
    expect(isForgotten(running().envelope, RETENTION, minutesLater(10_000 * DAY))).toBe(false);
  });

  it.each([
    ['a draft', drafted, '2026-04-01T09:00:00.000Z'],
    [
      'a discarded draft',
      () => entry(drafted(), 'discarded', {}, 7),
      minutesLater(7).toISOString(),
    ],
    ['an ended one', voided, '2036-03-02T09:05:00.000Z'],
    ['an erased one', () => entry(voided(), 'erased', {}, 6), minutesLater(6).toISOString()],
  ] as const)('%s to its end and no longer', (_, story, end) => {
    const { envelope } = story();
    expect(evidenceEnd(envelope, RETENTION)).toBe(end);
    expect(rowExpiry(envelope, RETENTION)).toEqual({ expiresAt: seconds(end) });
    expect(isForgotten(envelope, RETENTION, before(end))).toBe(false);
    expect(isForgotten(envelope, RETENTION, new Date(end))).toBe(true);
  });
});

describe('a document is removed', () => {
  it('its days after the end, and not while it is in progress', () => {
    expect(purgeAt(running().envelope)).toBeUndefined();
    const { envelope } = voided();
    const at = '2026-03-16T09:05:00.000Z';
    expect(purgeAt(envelope)).toBe(at);
    expect(isRemoved(envelope, before(at))).toBe(false);
    expect(isRemoved(envelope, new Date(at))).toBe(true);
  });

  it('by the purge, whatever the clock says', () => {
    expect(isRemoved(entry(voided(), 'purged', {}, 6).envelope, minutesLater(7))).toBe(true);
  });

  it('and a link says so for 30 days more, counted from the end, the deadline or the last change', () => {
    const draft = drafted().envelope;
    const sent = running().envelope;
    const days = (14 + 30) * 86_400;
    expect(linkRowExpiry(voided().envelope)).toBe(seconds(minutesLater(5).toISOString()) + days);
    expect(linkRowExpiry(sent)).toBe(seconds('deadline' in sent ? sent.deadline! : '') + days);
    expect(linkRowExpiry(draft)).toBe(seconds(draft.updatedAt) + days);
  });
});

it('a sent text is known for seven days', () => {
  expect(textRowExpiry(T0)).toBe(seconds('2026-03-09T09:00:00.000Z'));
});

it.each([
  ['draft', 'draft'],
  ['preparing', 'waiting'],
  ['signing', 'waiting'],
  ['signed', 'waiting'],
  ['completed', 'done'],
  ['declined', 'stopped'],
  ['voided', 'stopped'],
  ['expired', 'stopped'],
  ['failed', 'stopped'],
] as const)('an envelope that is %s is found among those %s', (status, group) => {
  expect(groupOf({ status })).toBe(group);
});

it('a purged envelope stays where it ended, and is done where an earlier release did not say', () => {
  expect(groupOf({ status: 'purged', ended: 'voided' })).toBe('stopped');
  expect(groupOf({ status: 'purged', ended: 'completed' })).toBe('done');
  expect(groupOf({ status: 'purged' })).toBe('done');
});
