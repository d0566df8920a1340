import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';

export type CountChange = <T>(caller: Caller, act: () => Promise<T>) => Promise<T>;

/** Counts changes of templates towards the daily limits of the caller and the company, before the change. */
export const makeCountChange =
  (
    ports: Pick<Ports, 'counters' | 'clock'>,
    { templatesOfSender, templates }: DailyLimits,
  ): CountChange =>
  ({ subject }, act) => {
    const change = { act: 'template', per: 'day' } as const;
    return counted(
      ports,
      [
        { ...change, of: `sender#${subject}`, most: templatesOfSender },
        { ...change, of: 'company', most: templates },
      ],
      act,
    );
  };
