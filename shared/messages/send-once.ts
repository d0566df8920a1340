import type { Envelope } from '../domain/envelope/envelope.ts';
import { linkRowExpiry } from '../domain/envelope/retention.ts';
import { Conflict } from '../domain/errors.ts';
import { type Claim, type MessageId, NoLongerDue, Undeliverable } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

type Deps = Pick<Ports, 'claims' | 'clock' | 'random'>;

/**
 * Sends a message unless it went before: two tasks at once send it once, and so does a step that is
 * repeated because something after the sending failed. Only where the answer of the channel itself was
 * lost may it go twice. Rejects with `Undeliverable` also when that was found out before, and with
 * `Conflict` while somebody else is sending it.
 */
export const sendOnce = (
  ports: Deps,
  envelope: Envelope,
  { to, occasion }: Omit<MessageId, 'envelopeId'>,
  send: () => Promise<unknown>,
): Promise<void> =>
  sendOnceUntil(ports, { envelopeId: envelope.id, to, occasion }, linkRowExpiry(envelope), send);

/** The same for a message that is known until `expiresAt` (seconds since 1970), whatever its envelope's end. */
export async function sendOnceUntil(
  ports: Deps,
  message: MessageId,
  expiresAt: number,
  send: () => Promise<unknown>,
): Promise<void> {
  const claim = { by: idFrom(ports.random(16)), at: ports.clock.now().getTime() };
  const answer = await ports.claims.take(message, claim, expiresAt);
  if (answer === 'sent') return;
  if (answer === 'undeliverable') throw new Undeliverable('found out before');
  if (answer === 'taken') throw new Conflict('somebody else is sending this message');
  const settle = settling(ports, message, claim, expiresAt);
  await sendClaimed(settle, answer === 'reclaimed', send);
}

const idFrom = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

type Settle = (state: 'sent' | 'undeliverable' | 'free') => Promise<void>;

async function sendClaimed(
  settle: Settle,
  wasClaimed: boolean,
  send: () => Promise<unknown>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    await settle(stateAfter(error, wasClaimed));
    throw error;
  }
  await settle('sent');
}

/** That nothing is sent any more says nothing of an earlier try, which may have sent it. */
function stateAfter(fault: unknown, wasClaimed: boolean): 'undeliverable' | 'free' {
  if (fault instanceof NoLongerDue && wasClaimed) return 'free';
  return fault instanceof Undeliverable ? 'undeliverable' : 'free';
}

/**
 * That the row could not be written says nothing of the message: the ledger's entry, which comes next,
 * says that it went; and a claim that was not freed runs out by itself.
 */
const settling =
  ({ claims }: Deps, message: MessageId, claim: Claim, expiresAt: number): Settle =>
  (state) =>
    claims.settle(message, claim, state, expiresAt).catch(() => undefined);
