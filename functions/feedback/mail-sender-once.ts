import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { sendOnceUntil } from '../../shared/messages/send-once.ts';
import { sendingFailed } from '../../shared/messages/sending-failed.ts';
import type { MessageId } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Deps = Pick<Ports, 'ledger' | 'claims' | 'clock' | 'random'>;

/**
 * Sends a mail to the envelope's sender at most once until `expiresAt` (epoch seconds); true if sent now. A
 * permanent failure is recorded in the ledger without a further warning.
 */
export async function mailSenderOnce(
  ports: Deps,
  { id }: Envelope,
  { message, expiresAt }: { message: MessageId; expiresAt: number },
  mail: () => Promise<void>,
): Promise<boolean> {
  let went = false;
  try {
    await sendOnceUntil(ports, message, expiresAt, async () => {
      await mail();
      went = true;
    });
  } catch (error) {
    const { occasion } = message;
    await sendingFailed(ports, id, { to: 'sender', notice: 'warning', occasion }, error);
  }
  return went;
}
