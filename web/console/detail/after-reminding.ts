import { daysAfter } from '../../../shared/domain/envelope/retention.ts';
import { mayAgainAt } from '../../../shared/domain/ledger/acts.ts';
import { formatDay, formatInstant, formatTime, type Language } from '../../ui/language.ts';
import type { Envelope, Party } from '../sender-api.ts';
import type { Texts } from '../texts/texts.ts';

type Reminded = Pick<Envelope, 'timeline' | 'reminderDays' | 'deadline'>;

/** Sentences after a manual reminder: when the next manual one is allowed, and when the next automatic one follows. */
export function afterReminding(
  envelope: Reminded,
  { id, name, invitedAt }: Pick<Party, 'id' | 'name' | 'invitedAt'>,
  { detail }: Texts,
  language: Language,
  now: number,
): string {
  const again = new Date(againAt(envelope, id, now)).toISOString();
  const isSoon = formatDay(again, language) === formatDay(new Date(now).toISOString(), language);
  const next = invitedAt && nextByItself(envelope, invitedAt, now);
  return [
    detail.reminded(name),
    isSoon
      ? detail.remindAgainAt(formatTime(again, language))
      : detail.remindAgainOn(formatInstant(again, language)),
    ...(next ? [detail.nextReminder(formatDay(next, language))] : []),
  ].join(' ');
}

function againAt({ timeline }: Reminded, party: string, now: number): number {
  const before = timeline.filter((one) => one.type === 'reminded' && one.party === party);
  return mayAgainAt([...before.map(({ at }) => Date.parse(at)), now], 'remind');
}

function nextByItself(
  { reminderDays, deadline }: Reminded,
  invitedAt: string,
  now: number,
): string | undefined {
  const left = reminderDays
    .map((days) => daysAfter(invitedAt, days))
    .filter((at) => Date.parse(at) > now && (!deadline || at < deadline));
  return left.sort()[0];
}
