import { describe, expect, it } from 'vitest';
import { report, reportedAt } from '../../shared/domain/transitions/reporting.ts';
import { correctContact, stop } from '../../shared/domain/transitions/sender-acts.ts';
import { AT_START, minutesLater, running } from './envelope-story.ts';

const CHANNEL = { kind: 'sms', number: '+393331234567' } as const;
const refusal = (code: string, detail: object) => expect.objectContaining({ code, detail });
const voided = () => running().decide(AT_START, (envelope) => stop(envelope, 'mistake'));

describe('an envelope', () => {
  it('is voided once: the same request again changes nothing, another is told how it ended', () => {
    const { envelope } = voided();
    expect(stop(envelope, 'mistake')).toBeUndefined();
    expect(() => stop(envelope, 'other')).toThrow(refusal('envelope_closed', { status: 'voided' }));
  });

  it('that failed for that reason is not voided for it', () => {
    const { envelope } = voided();
    const failed = { ...envelope, status: 'failed' } as typeof envelope;
    expect(() => stop(failed, 'mistake')).toThrow(refusal('envelope_closed', { status: 'failed' }));
  });
});

describe('a contact is not corrected', () => {
  const corrected = (envelope: ReturnType<typeof voided>['envelope']) => () =>
    correctContact(envelope, 'd1', CHANNEL, minutesLater(30));

  it('after the end, and is told which', () => {
    const { envelope } = voided();
    expect(corrected(envelope)).toThrow(refusal('envelope_closed', { status: 'voided' }));
  });

  it('after its party signed, and is told when', () => {
    const { envelope } = running().signedBy('d1', '0'.repeat(64), 10);
    const at = minutesLater(10).toISOString();
    expect(corrected(envelope)).toThrow(refusal('already_signed', { at }));
  });
});

describe('a report', () => {
  const by = { actor: { kind: 'party', party: 'd1' }, now: minutesLater(10) } as const;
  const data = { party: 'd1', about: 'locked' } as const;
  const story = () => running().decide(by, (envelope) => report(envelope, data, by.now));

  it('is recorded once for each thing that is reported', () => {
    const { envelope } = story();
    const [party] = envelope.parties;
    expect(party?.reports).toEqual([{ about: 'locked', round: 0, at: by.now.toISOString() }]);
    expect(report(envelope, data, by.now)).toBeUndefined();
    const other = { ...data, about: 'not-mine' } as const;
    expect(report(envelope, other, by.now)).toEqual({ type: 'reported', data: other });
  });

  it('is told as of its instant, and of its round alone', () => {
    const party = story().envelope.parties[0]!;
    expect(reportedAt(party, 'locked')).toBe(by.now.toISOString());
    expect(reportedAt(party, 'not-mine')).toBeUndefined();
    expect(reportedAt({ ...party, round: 1 }, 'locked')).toBeUndefined();
  });
});
