import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { draftOf } from '../../../shared/domain/transitions/drafting.ts';
import type { Ledger } from '../../../shared/ports/ledger.ts';
import type { SenderRequest } from '../sender-request.ts';
import { ownEnvelope } from './own-envelope.ts';

/** An envelope that the caller may see, to make another thing of it; not one that was deleted or erased. */
export async function sourceEnvelope(
  ledger: Pick<Ledger, 'load'>,
  request: Pick<SenderRequest, 'caller' | 'path'>,
): Promise<Envelope> {
  const envelope = await ownEnvelope(ledger, request);
  if (envelope.erasedAt) throw new Refusal('envelope_unknown');
  return envelope.status === 'draft' ? draftOf(envelope) : envelope;
}
