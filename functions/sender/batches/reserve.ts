import type { Reserved } from '../../../shared/domain/batch/batch.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { type Count, counted, roomFor } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';

type Deps = Pick<Ports, 'counters' | 'clock'>;
type Share = Pick<Reserved, 'rows' | 'texts'>;

/** Takes a batch's share of the day before what it is for; gives it back if that fails. */
export type Reserve = <T>(
  subject: string,
  share: Share,
  act: (reserved: Reserved) => Promise<T>,
) => Promise<T>;

/** Throws `batch_over_limit` with how many are left of what does not suffice. */
export const makeReserve =
  (ports: Deps, limits: DailyLimits): Reserve =>
  async (subject, share, act) => {
    const counts = countsOf(subject, share, limits);
    await assertRoom(ports, counts);
    const day = ports.clock.now().toISOString().slice(0, 10);
    return counted(ports, counts, () => act({ day, ...share }));
  };

function countsOf(subject: string, { rows, texts }: Share, limits: DailyLimits): Count[] {
  const of = `sender#${subject}`;
  const text = { act: 'text_message', per: 'day', amount: texts } as const;
  return [
    { act: 'batch', of, per: 'day', most: limits.batchRowsOfSender, amount: rows },
    { ...text, of, most: limits.textMessagesOfSender },
    { ...text, of: 'company', most: limits.textMessages - limits.codeReserve },
  ];
}

async function assertRoom(ports: Deps, counts: readonly Count[]): Promise<void> {
  for (const count of counts) {
    const { act, amount: asked = 1 } = count;
    if (asked === 0) continue;
    const { left, endsAt } = await roomFor(ports, count);
    if (left < asked)
      throw new Refusal('batch_over_limit', { act, asked, left, until: endsAt.toISOString() });
  }
}
