import type { OwnEvent } from '../../shared/contract/feedback.ts';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { daysAfter, timeToLive } from '../../shared/domain/envelope/retention.ts';
import { canonicalJson } from '../../shared/domain/ledger/canonical-json.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import { type NoticeFacts, senderOf } from '../../shared/messages/notice.ts';
import type { MessageId } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { entryOfEvent } from './entry-of-event.ts';
import { mailSenderOnce } from './mail-sender-once.ts';
import type { Outcome } from './report.ts';

type Deps = Pick<Ports, 'ledger' | 'claims' | 'clock' | 'random'> & {
  readonly mailTo: MailTo;
  readonly listUrl: string;
};
type HandedOver = Entry<'owner.changed'>;

/** Days for which the sent mail is remembered; later events are ignored. */
const KNOWN_DAYS = 30;

/**
 * Mails the new owner of envelopes that an administrator handed over: once per event, though it may be
 * delivered twice, and once per batch, with the first of its events.
 */
export const makeNotifyNewOwner =
  (ports: Deps) =>
  async (event: OwnEvent): Promise<Outcome> => {
    const told = await entryOfEvent(ports, event, 'owner.changed');
    if (!told) return 'not ours';
    const { entries, entry } = told;
    const envelope = folded(entries);
    if (!concerns(envelope, entry, ports.clock.now())) return 'nothing to do';
    const facts = factsOf(entry, folded(entries.slice(0, entry.seq)).owner.name, ports.listUrl);
    const isTold = await mailSenderOnce(ports, envelope, onceFor(entry), () =>
      ports.mailTo(envelope, senderOf(envelope), 'handedOver', facts),
    );
    return isTold ? 'told' : 'nothing to do';
  };

/**
 * False for hand-overs by the new owner, of envelopes passed on since or removed, and by earlier releases.
 */
function concerns(envelope: Envelope, { at, actor, data }: HandedOver, now: Date): boolean {
  const { subject } = data.owner;
  if (data.by === undefined) return false;
  if (actor.kind === 'sender' && actor.subject === subject) return false;
  if (envelope.erasedAt || ('discardedAt' in envelope && envelope.discardedAt)) return false;
  return envelope.owner.subject === subject && now.toISOString() < daysAfter(at, KNOWN_DAYS);
}

const onceFor = (entry: HandedOver) => ({
  message: messageOf(entry),
  expiresAt: timeToLive(daysAfter(entry.at, KNOWN_DAYS)),
});

/** The actor is part of a batch's message id, so that two administrators' equal batch ids do not collide. */
function messageOf({ envelopeId, seq, actor, data }: HandedOver): MessageId {
  const { owner, batch } = data;
  if (!batch) return { envelopeId, to: 'sender', occasion: `owner-${seq}` };
  const named = sha256(canonicalJson({ batch: batch.id, actor, to: owner.subject }));
  return { envelopeId: `batch-${named.slice(0, 32)}`, to: 'sender', occasion: 'owner' };
}

function factsOf(
  { data: { by = '', batch } }: HandedOver,
  from: string,
  listUrl: string,
): NoticeFacts['handedOver'] {
  const many = batch ? (batch.size ?? 'all') : 1;
  return { sender: by, from, many, ...(many !== 1 && { listUrl }) };
}
