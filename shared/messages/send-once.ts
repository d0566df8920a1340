import type { Envelope } from '../domain/envelope/envelope.ts';
import { linkRowExpiry } from '../domain/envelope/retention.ts';
import { Conflict } from '../domain/errors.ts';
import { type Claim, type MessageId, NoLongerDue, Undeliverable } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

type Deps = Pick<Ports, 'claims' | 'clock' | 'random'>;

/**
 * Sends a message unless it was sent before, also under concurrency or when a step is repeated after a later
 * failure. It may be sent twice only if the provider's response was lost. Rejects with `Undeliverable` also
 * if an earlier attempt found that, with `Conflict` while another task is sending it.
 */
export const sendOnce = (
  ports: Deps,
  envelope: Envelope,
  { to, occasion }: Omit<MessageId, 'envelopeId'>,
  send: () => Promise<unknown>,
): Promise<void> =>
  sendOnceUntil(ports, { envelopeId: envelope.id, to, occasion }, linkRowExpiry(envelope), send);

/** As `sendOnce`, but remembered until `expiresAt` (epoch seconds), independent of the envelope's end. */
export async function sendOnceUntil(
  ports: Deps,
  message: MessageId,
  expiresAt: number,
  send: () => Promise<unknown>,
): Promise<void> {
  const claim = { by: idFrom(ports.random(16)), at: ports.clock.now().getTime() };
  const answer = await ports.claims.take(message, claim, expiresAt);
  if (answer === 'sent') return;
  if (answer === 'undeliverable') throw new Undeliverable('recorded as undeliverable');
  if (answer === 'taken') throw new Conflict('another task is sending this message');
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

/** Even if the message is no longer due, an earlier claim of it may have been sent. */
function stateAfter(fault: unknown, wasClaimed: boolean): 'undeliverable' | 'free' {
  if (fault instanceof NoLongerDue && wasClaimed) return 'free';
  return fault instanceof Undeliverable ? 'undeliverable' : 'free';
}

/**
 * A failure to store the outcome is ignored: the ledger entry that follows records the sending, and an
 * unsettled claim expires.
 */
const settling =
  ({ claims }: Deps, message: MessageId, claim: Claim, expiresAt: number): Settle =>
  (state) =>
    claims.settle(message, claim, state, expiresAt).catch(() => undefined);
