import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { stop } from '../../shared/domain/transitions/sender-acts.ts';
import {
  executionName,
  redriven,
  restarted,
  restartsAt,
  stalled,
} from '../../shared/domain/transitions/stalling.ts';
import { drafted, minutesLater, running, SENDER } from './envelope-story.ts';

const steering = (minutes: number) => bySystem('sweep', minutesLater(minutes));
const stalledAt = (minutes: number) =>
  running().decide(steering(minutes), (envelope) => stalled(envelope, 1));

describe('an execution', () => {
  it('is called by its envelope, and each further one by its number as well', () => {
    const names = [executionName('E'), executionName('E', 1), executionName('E', 2)];
    expect(names).toEqual(['E', 'E', 'E-2']);
  });

  it('that ended too early is recorded once, and only if it is the one that runs', () => {
    expect(stalled(running().envelope, 1)).toEqual({ type: 'stalled', data: { execution: 1 } });
    expect(stalled(running().envelope, 2)).toBeUndefined();
    expect(stalled(stalledAt(9).envelope, 1)).toBeUndefined();
  });

  it('is none of a draft, nor of what is removed', () => {
    expect(stalled(drafted().envelope, 1)).toBeUndefined();
    const removed = { ...running().envelope, status: 'purged' } as unknown as Envelope;
    expect(stalled(removed, 1)).toBeUndefined();
  });
});

describe('an envelope whose execution ended too early', () => {
  it('goes on under the next number, or under its own if an operator had it go on', () => {
    const { envelope } = stalledAt(9);
    expect(restarted(envelope)).toEqual({ type: 'restarted', data: { execution: 2 } });
    expect(redriven(envelope)).toEqual({ type: 'restarted', data: { execution: 1 } });
    for (const again of [restarted, redriven]) expect(again(running().envelope)).toBeUndefined();
  });

  it('does so at once, then an hour later, two, four, and a day at most', () => {
    const hours = [1, 2, 3, 4, 9].map((execution) => {
      const envelope = { ...stalledAt(9).envelope, execution };
      return (restartsAt(envelope) - minutesLater(9).getTime()) / 3_600_000;
    });
    expect(hours).toEqual([0, 1, 2, 4, 24]);
  });

  it('counts from its end, whatever is recorded later', () => {
    const story = stalledAt(9).decide({ actor: SENDER, now: minutesLater(20) }, (envelope) =>
      stop(envelope, 'x'),
    );
    expect(restartsAt(story.envelope)).toBe(minutesLater(9).getTime());
  });
});
