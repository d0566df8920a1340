import type { OwnEvent } from '../../shared/contract/feedback.ts';
import { type Envelope, folded } from '../../shared/domain/envelope/envelope.ts';
import { daysAfter } from '../../shared/domain/envelope/retention.ts';
import { unlessUnknown } from '../../shared/domain/errors.ts';
import { canonicalJson } from '../../shared/domain/ledger/canonical-json.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import type { MailTo } from '../../shared/messages/mail-to.ts';
import { type NoticeFacts, senderOf } from '../../shared/messages/notice.ts';
import { sendOnceUntil } from '../../shared/messages/send-once.ts';
import { sendingFailed } from '../../shared/messages/sending-failed.ts';
import type { MessageId } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Outcome } from './report.ts';

type Deps = Pick<Ports, 'ledger' | 'claims' | 'clock' | 'random'> & {
  mailTo: MailTo;
  listUrl: string;
};
type HandedOver = Entry<'owner.changed'>;

/** How long it is known that the mail went. An event that comes later tells nobody anything new. */
const KNOWN_DAYS = 30;

/**
 * Mails the new owner of an envelope that an administrator handed over: once, though the event may come
 * twice, and once for all that were handed over together, with the first of them that is heard of.
 */
export const makeTellNewOwner =
  (ports: Deps) =>
  async ({ detail: { metadata } }: OwnEvent): Promise<Outcome> => {
    const { envelopeId, id } = metadata;
    const entries = await ports.ledger.entries(envelopeId).catch(unlessUnknown);
    const entry = entries?.[Number(id.slice(envelopeId.length + 1))];
    if (!entries || entry?.type !== 'owner.changed') return 'not ours';
    const handed = entry as HandedOver;
    const envelope = folded(entries);
    if (!concerns(envelope, handed, ports.clock.now())) return 'nothing to do';
    const before = folded(entries.slice(0, entry.seq));
    return tell(ports, envelope, handed, before.owner.name);
  };

/** Not who did it, nor who has passed it on since; nobody of what is gone, or of what a former version did. */
function concerns(envelope: Envelope, { at, actor, data }: HandedOver, now: Date): boolean {
  const { subject } = data.owner;
  if (data.by === undefined) return false;
  if (actor.kind === 'sender' && actor.subject === subject) return false;
  if (envelope.erasedAt || ('discardedAt' in envelope && envelope.discardedAt)) return false;
  return envelope.owner.subject === subject && now.toISOString() < daysAfter(at, KNOWN_DAYS);
}

async function tell(
  ports: Deps,
  envelope: Envelope,
  entry: HandedOver,
  from: string,
): Promise<Outcome> {
  const message = messageOf(entry);
  const expiresAt = Math.ceil(Date.parse(daysAfter(entry.at, KNOWN_DAYS)) / 1000);
  let outcome: Outcome = 'nothing to do';
  try {
    await sendOnceUntil(ports, message, expiresAt, async () => {
      const facts = factsOf(entry, from, ports.listUrl);
      await ports.mailTo(envelope, senderOf(envelope), 'handedOver', facts);
      outcome = 'told';
    });
  } catch (error) {
    const { to, occasion } = { to: 'sender', occasion: message.occasion } as const;
    await sendingFailed(ports, envelope.id, { to, notice: 'warning', occasion }, error);
  }
  return outcome;
}

/** A batch has one message, whoever else would choose the same name for another. */
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
