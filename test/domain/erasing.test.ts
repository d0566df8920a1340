import { describe, expect, it } from 'vitest';
import { discard } from '../../shared/domain/transitions/drafting.ts';
import { erasabilityOf, erase } from '../../shared/domain/transitions/erasing.ts';
import { stop } from '../../shared/domain/transitions/sender-acts.ts';
import { purged } from '../../shared/domain/transitions/workflow-steps.ts';
import { AT_START, drafted, hash, minutesLater, running, type Story } from './envelope-story.ts';

const RETENTION = { evidenceYears: 10 };
const END = minutesLater(20);
const REMOVAL = minutesLater(20 + 14 * 24 * 60);

const ended = (story: Story) =>
  story.decide({ ...AT_START, now: END }, (envelope) => stop(envelope, 'x'));
const removed = (story: Story) =>
  ended(story).decide({ ...AT_START, now: REMOVAL }, (envelope) => purged(envelope, REMOVAL));
const signed = () => running().signedBy('d1', hash('0'), 10);

describe('who asks for erasure', () => {
  it('of a draft has it discarded, once', () => {
    const story = drafted();
    expect(erasabilityOf(story.envelope, RETENTION)).toEqual({ kind: 'erasable' });
    expect(erase(story.envelope, RETENTION)).toEqual({ type: 'discarded', data: {} });
    story.decide(AT_START, discard);
    expect(erasabilityOf(story.envelope, RETENTION)).toEqual({ kind: 'erased' });
    expect(erase(story.envelope, RETENTION)).toBeUndefined();
  });

  it('of what is under way is told so', () => {
    for (const story of [running(), signed()])
      expect(erasabilityOf(story.envelope, RETENTION)).toEqual({ kind: 'under way' });
    expect(erase(running().envelope, RETENTION)).toBeUndefined();
  });

  it('of what nobody signed waits for the removal of the document, and is then granted once', () => {
    const waiting = ended(running()).envelope;
    const at = REMOVAL.toISOString();
    expect(erasabilityOf(waiting, RETENTION)).toEqual({ kind: 'later', at });
    expect(erase(waiting, RETENTION)).toBeUndefined();
    const story = removed(running());
    expect(erasabilityOf(story.envelope, RETENTION)).toEqual({ kind: 'erasable' });
    expect(erase(story.envelope, RETENTION)).toEqual({ type: 'erased', data: {} });
    story.decide(AT_START, (envelope) => erase(envelope, RETENTION));
    expect(erasabilityOf(story.envelope, RETENTION)).toEqual({ kind: 'erased' });
    expect(erase(story.envelope, RETENTION)).toBeUndefined();
  });

  it('of what one has signed is told until when it is evidence', () => {
    for (const story of [ended(signed()), removed(signed())]) {
      const evidence = { kind: 'evidence', until: '2036-03-02T09:20:00.000Z' };
      expect(erasabilityOf(story.envelope, RETENTION)).toEqual(evidence);
      expect(erase(story.envelope, RETENTION)).toBeUndefined();
    }
  });
});
