import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { applied } from '../../shared/domain/envelope/fold.ts';
import { mayAgainAt } from '../../shared/domain/ledger/acts.ts';
import { chained, type Decision } from '../../shared/domain/ledger/ledger.ts';
import { DAILY_LIMITS, LIMITS } from '../../shared/domain/limits.ts';
import { edit, fill, place } from '../../shared/domain/transitions/drafting.ts';
import { correctContact, remind, resend } from '../../shared/domain/transitions/sender-acts.ts';
import { consent } from '../../shared/domain/transitions/signing.ts';
import {
  drafted,
  FACTS,
  field,
  hash,
  ID,
  minutesLater,
  running,
  SENDER,
  T0,
} from './envelope-story.ts';

type Decide = (envelope: Envelope, now: Date, turn: number) => Decision | undefined;

const START = minutesLater(10).getTime();
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** An envelope to which the same act is applied repeatedly. */
class Repeated {
  accepted = 0;
  refusals: { code: string; detail: { act: string; seconds: number; until: string } }[] = [];
  #envelope: Envelope;
  readonly #decide: Decide;

  constructor(envelope: Envelope, decide: Decide) {
    this.#envelope = envelope;
    this.#decide = decide;
  }

  at(ms: number): this {
    try {
      const by = { actor: SENDER, now: new Date(START + ms) };
      const decision = this.#decide(this.#envelope, by.now, this.accepted);
      if (!decision) return this;
      const entry = chained(ID, this.#envelope, by, decision);
      this.#envelope = applied(this.#envelope, entry);
      this.accepted += 1;
    } catch (error) {
      this.refusals.push(error as never);
    }
    return this;
  }

  /** `times` times, `pause` ms apart. */
  every(pause: number, times: number): this {
    for (let turn = 0; turn < times; turn++) this.at(turn * pause);
    return this;
  }
}

const address = (turn: number) => ({ kind: 'email', address: `d${turn}@example.com` }) as const;
const ACTS: Readonly<Record<'remind' | 'resend' | 'correct', Decide>> = {
  remind: (envelope, now) => remind(envelope, 'd1', now),
  resend: (envelope, now) => resend(envelope, 'd1', now),
  correct: (envelope, now, turn) => correctContact(envelope, 'd1', address(turn), now),
};
const repeated = (act: keyof typeof ACTS) => new Repeated(running().envelope, ACTS[act]);

/** The terms, in another language each time. */
const consenting: Decide = (envelope, now, turn) => {
  const language = turn % 2 ? 'it' : 'en';
  const data = { party: 'd1', version: '1', language, sha256: hash(turn % 2 ? 'a' : 'b') } as const;
  return consent(envelope, data, now);
};

describe('what costs a message is bounded for each party', () => {
  it.each([
    ['remind', 6],
    ['resend', 6],
    ['correct', 10],
  ] as const)('%s is done at most %i times a day', (act, most) => {
    const { accepted, refusals } = repeated(act).every(2 * MINUTE, 30);
    expect(accepted).toBe(most);
    expect(refusals).toHaveLength(30 - most);
    for (const { code, detail } of refusals) {
      expect(code).toBe('too_many');
      expect(detail).toMatchObject({ act, until: new Date(START + DAY).toISOString() });
    }
  });

  it.each(['remind', 'resend', 'correct'] as const)('%s is not done twice in a second', (act) => {
    const { accepted, refusals } = repeated(act).every(SECOND, 2);
    expect(accepted).toBe(1);
    expect(refusals[0]).toMatchObject({ name: 'Refusal', code: 'too_soon', detail: { act } });
  });

  it.each(['remind', 'resend', 'correct'] as const)(
    '%s goes on at the very instant that was told',
    (act) => {
      const acts = repeated(act).every(2 * MINUTE, 30);
      const until = Date.parse(acts.refusals[0]!.detail.until) - START;
      const before = acts.accepted;
      expect(acts.at(until - 1).accepted).toBe(before);
      expect(acts.refusals.at(-1)!.detail.seconds).toBe(1);
      expect(acts.at(until).accepted).toBe(before + 1);
    },
  );

  it.each([
    ['remind', 60],
    ['resend', 60],
    ['correct', 5],
  ] as const)('%s is done again after just %i seconds', (act, pause) => {
    const acts = repeated(act)
      .at(0)
      .at(pause * SECOND - 1);
    expect(acts.accepted).toBe(1);
    expect(acts.at(pause * SECOND).accepted).toBe(2);
  });

  it('one party’s limit is not another’s, nor one act’s another’s', () => {
    const parallel = FACTS.parties.map((party) => ({
      ...party,
      role: 'director' as const,
      turn: 0,
    }));
    const { envelope } = running({ ...FACTS, parties: parallel });
    const all: Decide = (now, at, turn) => {
      const id = turn % 2 ? 'c1' : 'd1';
      return turn % 4 < 2 ? remind(now, id, at) : resend(now, id, at);
    };
    expect(new Repeated(envelope, all).every(0, 4).accepted).toBe(4);
  });
});

describe('entries are bounded', () => {
  it('of terms accepted in two languages in turn', () => {
    const { accepted, refusals } = new Repeated(running().envelope, consenting).every(SECOND, 500);
    expect(accepted).toBe(10);
    expect(refusals[0]).toMatchObject({ code: 'too_many', detail: { act: 'consent' } });
    const day = new Repeated(running().envelope, consenting).every(10 * MINUTE, 144);
    expect(day.accepted).toBe(20);
  });

  it('of a draft that is saved endlessly, whatever of it is saved', () => {
    const fields = [field('s1', 'd1', 'signature')];
    const filled = { key: 'k', sha256: hash('1'), fields: [] };
    const saving: Decide = (envelope, now, turn) => {
      if (turn % 3 === 0) return edit(envelope, FACTS, now);
      if (turn % 3 === 1) return place(envelope, fields, now);
      return fill(envelope, filled, now);
    };
    const { accepted, refusals } = new Repeated(drafted().envelope, saving).every(100, 600);
    expect(accepted).toBe(299);
    expect(refusals.at(-1)).toMatchObject({ code: 'too_many', detail: { act: 'edit' } });
  });
});

describe('the state', () => {
  it('keeps only so many instants of an act as its limit asks for', () => {
    const day = 24 * 60;
    const story = running({ ...FACTS, schedule: { deadlineDays: 60, reminderDays: [] } });
    for (let turn = 1; turn <= LIMITS.remind.perDay + 2; turn++)
      story.decide({ actor: SENDER, now: minutesLater(turn * day) }, (envelope) =>
        remind(envelope, 'd1', minutesLater(turn * day)),
      );
    const kept = story.envelope.acts!['remind#d1'];
    expect(kept).toHaveLength(LIMITS.remind.perDay);
    expect(kept?.at(-1)).toBe(story.envelope.updatedAt);
  });
});

describe('ordinary work meets no limit', () => {
  it('what has no pause goes on at once, also by a clock that is a little behind', () => {
    const saving: Decide = (envelope, now) => edit(envelope, FACTS, now);
    for (const [envelope, act] of [
      [drafted().envelope, saving],
      [running().envelope, consenting],
    ] as const)
      expect(new Repeated(envelope, act).at(0).at(-40).refusals).toEqual([]);
  });

  it('a draft worked on for eight hours, its steps left twice every two minutes', () => {
    const fields = [field('s1', 'd1', 'signature')];
    const filled = { key: 'k', sha256: hash('1'), fields: [] };
    const saving: Decide = (envelope, now, turn) =>
      turn % 2 ? fill(envelope, filled, now) : place(envelope, fields, now);
    const { refusals } = new Repeated(drafted().envelope, saving).every(MINUTE / 2, 960);
    expect(refusals).toEqual([]);
  });

  it('reminders in the morning and the evening, two corrections of a typing error, a new link', () => {
    let turn = 0;
    const day: Decide = (envelope, now) => {
      const acts = [ACTS.correct, ACTS.correct, ACTS.remind, ACTS.resend, ACTS.remind];
      return acts[turn++ % acts.length]!(envelope, now, turn);
    };
    const envelope = running().envelope;
    const work = new Repeated(envelope, day);
    for (let date = 0; date < 10; date++)
      for (const minutes of [0, 1, 60, 240, 480]) work.at(date * DAY + minutes * MINUTE);
    expect(work.refusals).toEqual([]);
  });

  it('terms read in all five languages, and in the first once more', () => {
    expect(new Repeated(running().envelope, consenting).every(MINUTE, 6).refusals).toEqual([]);
  });
});

it('entries of before there were limits count, and never stop the fold', () => {
  const story = running();
  for (let turn = 0; turn < 30; turn++) {
    const by = { actor: SENDER, now: new Date(START + turn * SECOND) };
    story.add(by, { type: 're-sent', data: { party: 'd1' } });
  }
  expect(story.envelope.parties[0]!.round).toBe(30);
  expect(() => resend(story.envelope, 'd1', new Date(START + MINUTE))).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^too_/) }),
  );
  expect(() => resend(story.envelope, 'd1', new Date(T0.getTime() + 2 * DAY))).not.toThrow();
});

describe('a busy day', () => {
  it('of ten who send fifty requests by text message each meets no limit, nor do their clients', () => {
    const [requests, codes] = [10 * 50, 10 * 50 * 2];
    const { textMessages, codeReserve, textMessagesOfSender, envelopesOfSender } = DAILY_LIMITS;
    expect(Math.min(textMessagesOfSender, envelopesOfSender)).toBeGreaterThan(50 * 2);
    // Codes count towards the same daily limit and reduce what senders have left.
    expect(textMessages - codeReserve).toBeGreaterThan(requests + codes);
  });
});

describe('when an act may be done again', () => {
  const { pause, perDay } = LIMITS.remind;
  const done = Array.from({ length: perDay }, (_, index) => START + index * 10 * MINUTE);

  it('is after its pause, or a day after the first of as many as a day has', () => {
    expect(mayAgainAt(done.slice(0, 1), 'remind')).toBe(START + pause * SECOND);
    expect(mayAgainAt(done, 'remind')).toBe(START + DAY);
    expect(mayAgainAt([], 'remind')).toBe(Number.NEGATIVE_INFINITY);
  });
});
