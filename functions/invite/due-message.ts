import type { InviteTask } from '../../shared/contract/tasks.ts';
import type { PartyState } from '../../shared/domain/envelope/envelope.ts';
import { type EntryData, UNDELIVERABLE } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import {
  isMessageRequest,
  type MessageRequest,
  occasionOf,
} from '../../shared/domain/ledger/occasions.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import { isNotified } from '../../shared/domain/transitions/workflow-steps.ts';

type Task = Extract<InviteTask, { operation: 'invite' }>;

/** A message due to a party; its occasion makes it unique. */
export interface DueMessage {
  readonly notice: EntryData['invited']['notice'];
  readonly occasion: string;
}

/**
 * The message still to be sent: the first invitation or the sender's newest request without an answer, else
 * the reminder the workflow asks for. Undefined if all were sent.
 */
export function dueMessage(
  task: Task,
  party: PartyState,
  entries: readonly Entry[],
  now: Date,
): DueMessage | undefined {
  const own = entries.filter((entry) => isOf(party, entry));
  const wish = own.findLast(isMessageRequest);
  if (!isAnswered(wish, own)) return { notice: noticeFor(wish, party), occasion: occasionOf(wish) };
  if (task.notice === 'invitation') return undefined;
  const occasion = task.occasion ?? `token-${sha256(task.taskToken).slice(0, 16)}`;
  return isNotified(party, occasion) || isJustReminded(task, own, now)
    ? undefined
    : { notice: 'reminder', occasion };
}

const noticeFor = (
  wish: MessageRequest | undefined,
  { invitedAt }: PartyState,
): DueMessage['notice'] => (wish?.type === 'reminded' && invitedAt ? 'reminder' : 'invitation');

const isOf = ({ id }: PartyState, { data }: Entry): boolean =>
  ('party' in data && data.party === id) || ('to' in data && data.to === id);

/**
 * A reminder request is answered by any later message. A new link is answered only by a message that contains
 * it, not by one already being sent when the earlier links were revoked.
 */
const isAnswered = (wish: MessageRequest | undefined, own: readonly Entry[]): boolean =>
  own.some(
    (entry) =>
      (!wish || entry.seq > wish.seq) &&
      (isRefused(entry, occasionOf(wish)) ||
        (entry.type === 'invited' && answers(entry as Entry<'invited'>, wish))),
  );

const answers = (
  { data: { occasion } }: Entry<'invited'>,
  wish: MessageRequest | undefined,
): boolean => !wish || wish.type === 'reminded' || !occasion || occasion === occasionOf(wish);

/** Permanently undeliverable: not retried; the sender corrects the contact, which is a new request. */
const isRefused = ({ type, data }: Entry, occasion: string): boolean =>
  type === 'delivery.failed' &&
  data.reason === UNDELIVERABLE &&
  (data.notice === 'invitation' || data.notice === 'reminder') &&
  (data.occasion ?? occasion) === occasion;

const HOUR_MS = 3_600_000;

/**
 * Executions of the first release do not name the reminder. Reminders are days apart, so one sent within the
 * last hour is the one meant, retried after a later failure.
 */
const isJustReminded = ({ occasion }: Task, own: readonly Entry[], now: Date): boolean =>
  occasion === undefined &&
  own.some(
    ({ type, data, at }) =>
      type === 'invited' && data.notice === 'reminder' && now.getTime() - Date.parse(at) < HOUR_MS,
  );
