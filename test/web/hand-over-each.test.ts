import { expect, test } from 'vitest';
import { handOverEach, type Outcome } from '../../web/console/hand-over/hand-over-each.ts';
import type { SenderApi } from '../../web/console/sender-api.ts';
import { Offline, Problem } from '../../web/ui/api.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const BATCH = { id: 'abcdefgh-12345678', size: IDS.length };
type Answer = Awaited<ReturnType<SenderApi['handOver']>>;

async function run(answer: (id: string) => Promise<Answer>, isStopped = () => false) {
  const asked: string[] = [];
  const outcomes: Record<string, Outcome> = {};
  const api = {
    handOver: (id: string, body: object) => {
      expect(body).toEqual({ batch: BATCH });
      asked.push(id);
      return answer(id);
    },
  };
  const onOutcome = (id: string, outcome: Outcome) => (outcomes[id] = outcome);
  const work = { ids: IDS, to: undefined, batch: BATCH, onOutcome, isStopped };
  const fault = await handOverEach(api, work).catch((error: unknown) => error);
  return { asked, outcomes, fault };
}

const problem = (status: number, code: string, facts = {}) =>
  new Problem(status, { code: code as Problem['code'], title: `${code}!`, facts });

test('each is asked for once, and says how it went', async () => {
  const { asked, outcomes, fault } = await run(async (id) => ({ handedOver: id === 'c' ? 0 : 1 }));
  expect(fault).toBeUndefined();
  expect(asked.toSorted()).toEqual(IDS);
  expect(outcomes.c).toEqual({ kind: 'already' });
  expect(Object.values(outcomes).filter(({ kind }) => kind === 'handed')).toHaveLength(7);
});

test.each([
  problem(404, 'envelope_unknown'),
  problem(409, 'not_draft'),
  problem(429, 'too_many', { act: 'handOver', seconds: 60 }),
])('what one is refused for ($code) stops no other', async (refusal) => {
  const { outcomes, fault } = await run(async (id) => {
    if (id === 'b') throw refusal;
    return { handedOver: 1 };
  });
  expect(fault).toBeUndefined();
  expect(outcomes.b).toEqual({ kind: 'refused', why: `${refusal.code}!` });
  expect(Object.keys(outcomes)).toHaveLength(IDS.length);
});

test.each([
  new Offline(),
  problem(401, 'unauthorized'),
  problem(403, 'forbidden'),
  problem(429, 'too_many'),
  problem(503, 'busy'),
])(
  'what would stop the others too is thrown, and those not begun stay ($message)',
  async (stop) => {
    const { asked, outcomes, fault } = await run(async () => {
      throw stop;
    });
    expect(fault).toBe(stop);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(outcomes).toEqual({});
  },
);

test('once it is stopped, no further one is asked for', async () => {
  let answered = 0;
  const { asked, outcomes } = await run(
    async () => {
      answered++;
      return { handedOver: 1 };
    },
    () => answered >= 2,
  );
  expect(Object.keys(outcomes)).toHaveLength(asked.length);
  expect(asked.length).toBeLessThan(IDS.length);
});
