import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { stop } from '../../shared/domain/transitions/sender-acts.ts';
import { appended, expired, invited } from '../../shared/domain/transitions/workflow-steps.ts';
import { AT_START, hash, minutesLater, revision, running } from './envelope-story.ts';

const DEADLINE = 14 * 24 * 60 + 3;
const FIRST = { party: 'd1', notice: 'invitation', occasion: 'first' } as const;

describe('a link that was sent', () => {
  it('is recorded once for each occasion', () => {
    const story = running().decide(AT_START, (envelope) => invited(envelope, FIRST));
    expect(invited(story.envelope, FIRST)).toBeUndefined();
    const reminder = { ...FIRST, notice: 'reminder', occasion: 'reminder-3' } as const;
    expect(invited(story.envelope, reminder)?.data).toBe(reminder);
  });

  it('is recorded each time if it says no occasion, as those of the first releases', () => {
    const { occasion: _, ...plain } = FIRST;
    const story = running().decide(AT_START, (envelope) => invited(envelope, plain));
    expect(invited(story.envelope, plain)?.data).toBe(plain);
  });

  it('is not recorded after the end', () => {
    const ended = running().decide(AT_START, (envelope) => stop(envelope, 'x'));
    expect(invited(ended.envelope, FIRST)).toBeUndefined();
  });
});

describe('a signature', () => {
  it('does not come into the file of an envelope that was voided meanwhile', () => {
    const story = running().signedBy('d1', hash('0'), 10);
    const data = { party: 'd1', revision: revision(1) };
    expect(appended(story.envelope, data)?.data).toBe(data);
    story.decide(AT_START, (envelope) => stop(envelope, 'x'));
    expect(appended(story.envelope, data)).toBeUndefined();
  });
});

describe('a deadline', () => {
  const preparing = { ...running().envelope, status: 'preparing' } as Envelope;

  it.each([
    ['that is signed', running().envelope],
    ['that is still prepared', preparing],
  ])('ends an envelope %s, at its instant', (_, envelope) => {
    expect(expired(envelope, minutesLater(DEADLINE - 1))).toBeUndefined();
    expect(expired(envelope, minutesLater(DEADLINE))?.type).toBe('expired');
  });

  it('ends none whose signatures are all given', () => {
    const signed = { ...running().envelope, status: 'signed' } as Envelope;
    expect(expired(signed, minutesLater(DEADLINE))).toBeUndefined();
  });
});
