import type { InviteTask } from '../../shared/contract/tasks.ts';
import type { PartyState } from '../../shared/domain/envelope/envelope.ts';
import { type EntryData, UNDELIVERABLE } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { isWish, occasionOf, type Wish } from '../../shared/domain/ledger/occasions.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import { wasTold } from '../../shared/domain/transitions/workflow-steps.ts';

type Task = Extract<InviteTask, { operation: 'invite' }>;

/** What a party must be sent, and for which reason; each reason is one message. */
export interface DueMessage {
  readonly notice: EntryData['invited']['notice'];
  readonly occasion: string;
}

/**
 * What is still to be sent: the first invitation or the sender's newest wish if no message has answered
 * it, else the reminder that the workflow asks for; undefined if all that went already.
 */
export function dueMessage(
  task: Task,
  party: PartyState,
  entries: readonly Entry[],
  now: Date,
): DueMessage | undefined {
  const own = entries.filter((entry) => isOf(party, entry));
  const wish = own.findLast(isWish);
  if (!isAnswered(wish, own)) return { notice: noticeFor(wish, party), occasion: occasionOf(wish) };
  if (task.notice === 'invitation') return undefined;
  const occasion = task.occasion ?? `token-${sha256(task.taskToken).slice(0, 16)}`;
  return wasTold(party, occasion) || isJustReminded(task, own, now)
    ? undefined
    : { notice: 'reminder', occasion };
}

const noticeFor = (wish: Wish | undefined, { invitedAt }: PartyState): DueMessage['notice'] =>
  wish?.type === 'reminded' && invitedAt ? 'reminder' : 'invitation';

const isOf = ({ id }: PartyState, { data }: Entry): boolean =>
  ('party' in data && data.party === id) || ('to' in data && data.to === id);

/**
 * A reminder is answered by whatever went after it was asked for. A new link is answered by a message
 * that carries it, not by one that was on its way when the earlier links were revoked.
 */
const isAnswered = (wish: Wish | undefined, own: readonly Entry[]): boolean =>
  own.some(
    (entry) =>
      (!wish || entry.seq > wish.seq) &&
      (isRefused(entry, occasionOf(wish)) ||
        (entry.type === 'invited' && answers(entry as Entry<'invited'>, wish))),
  );

const answers = ({ data: { occasion } }: Entry<'invited'>, wish: Wish | undefined): boolean =>
  !wish || wish.type === 'reminded' || !occasion || occasion === occasionOf(wish);

/** The sender sees it and corrects the contact, which is a wish of its own. */
const isRefused = ({ type, data }: Entry, occasion: string): boolean =>
  type === 'delivery.failed' &&
  data.reason === UNDELIVERABLE &&
  (data.notice === 'invitation' || data.notice === 'reminder') &&
  (data.occasion ?? occasion) === occasion;

const HOUR_MS = 3_600_000;

/**
 * Executions of the first release do not say which reminder they mean. Reminders are days apart: one
 * that went within the hour is the one meant, asked for again after something else failed.
 */
const isJustReminded = ({ occasion }: Task, own: readonly Entry[], now: Date): boolean =>
  occasion === undefined &&
  own.some(
    ({ type, data, at }) =>
      type === 'invited' && data.notice === 'reminder' && now.getTime() - Date.parse(at) < HOUR_MS,
  );
