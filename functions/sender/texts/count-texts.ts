import type { Channel } from '../../../shared/domain/envelope/party.ts';
import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';

export type CountTexts = <T>(
  caller: Caller,
  channels: readonly Channel[],
  act: () => Promise<T>,
) => Promise<T>;

/**
 * Counts the text messages that an act causes, per sender and for the company, before the act. Leaves the
 * reserve for codes untouched. Automatic messages (reminders, delivery) are not counted: sending bounds them.
 */
export const makeCountTexts =
  (ports: Pick<Ports, 'counters' | 'clock'>, limits: DailyLimits): CountTexts =>
  ({ subject }, channels, act) => {
    const amount = channels.filter(({ kind }) => kind === 'sms').length;
    const texts = { act: 'text_message', per: 'day', amount } as const;
    const forAll = limits.textMessages - limits.codeReserve;
    return counted(
      ports,
      [
        { ...texts, of: `sender#${subject}`, most: limits.textMessagesOfSender },
        { ...texts, of: 'company', most: forAll },
      ],
      act,
    );
  };
