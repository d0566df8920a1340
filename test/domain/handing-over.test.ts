import { describe, expect, it } from 'vitest';
import { discard } from '../../shared/domain/transitions/drafting.ts';
import { handOver } from '../../shared/domain/transitions/handing-over.ts';
import { stop } from '../../shared/domain/transitions/sender-acts.ts';
import { AT_START, drafted, minutesLater, OWNER, running } from './envelope-story.ts';

const to = { subject: 'user-2', email: 'carlo@acme.example', name: 'Carlo Blu' };
const by = OWNER.name;

describe('an envelope is handed over', () => {
  it('as a draft, under way and ended, with who did it', () => {
    const ended = running().decide(AT_START, (envelope) => stop(envelope, 'x'));
    for (const { envelope } of [drafted(), running(), ended])
      expect(handOver(envelope, { to, by }, minutesLater(30))).toEqual({
        ...{ type: 'owner.changed', data: { owner: to, by } },
      });
  });

  it('among others, and says among which', () => {
    const batch = { id: 'b1', size: 3 } as never;
    const decision = handOver(running().envelope, { to, by, batch }, minutesLater(30));
    expect(decision?.data).toEqual({ owner: to, by, batch });
  });

  it('to whom it belongs already not once more', () => {
    const again = { ...OWNER, name: 'Anna Neri-Blu' };
    expect(handOver(running().envelope, { to: again, by }, minutesLater(30))).toBeUndefined();
  });

  it('not as a draft that was deleted', () => {
    const { envelope } = drafted().decide(AT_START, discard);
    expect(() => handOver(envelope, { to, by }, minutesLater(30))).toThrow(
      expect.objectContaining({ code: 'envelope_unknown' }),
    );
  });

  it('at most twenty times a day', () => {
    const story = running();
    const handed = (turn: number) =>
      story.decide({ ...AT_START, now: minutesLater(30 + turn) }, (envelope) =>
        handOver(
          envelope,
          { to: { ...to, subject: `user-${turn + 2}` }, by },
          minutesLater(30 + turn),
        ),
      );
    for (let turn = 0; turn < 20; turn++) handed(turn);
    expect(() => handed(20)).toThrow(expect.objectContaining({ code: 'too_many' }));
  });
});
