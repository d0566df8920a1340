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
 * Counts the text messages that an act asks for, the caller's and the company's, before it is done.
 * What the codes keep for themselves is not the sender's to use. What follows by itself, reminders on
 * schedule and delivered documents, is bounded by what was sent.
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
