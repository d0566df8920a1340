import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { isEnvelopeId } from '../../../shared/domain/envelope/envelope-id.ts';
import { folded } from '../../../shared/domain/envelope/fold.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { owns } from '../../../shared/domain/token/owns.ts';
import type { Ledger } from '../../../shared/ports/ledger.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { Caller } from './caller.ts';

/** Throws `envelope_unknown` for other callers, so that ids cannot be probed. */
export function assertSees(caller: Caller, { owner }: Pick<Envelope, 'owner'>): void {
  if (!caller.isAdministrator && !owns(caller, owner.subject))
    throw new Refusal('envelope_unknown');
}

export function envelopeIdOf({ path }: Pick<SenderRequest, 'path'>): string {
  const { id = '' } = path;
  if (!isEnvelopeId(id)) throw new Refusal('envelope_unknown');
  return id;
}

export async function ownEnvelope(
  ledger: Pick<Ledger, 'load'>,
  request: Pick<SenderRequest, 'caller' | 'path'>,
): Promise<Envelope> {
  const envelope = await ledger.load(envelopeIdOf(request));
  assertSees(request.caller, envelope);
  return envelope;
}

/** The ledger of an envelope that the caller may see. */
export async function ownEntries(
  ledger: Pick<Ledger, 'entries'>,
  request: SenderRequest,
): Promise<Entry[]> {
  const entries = await ledger.entries(envelopeIdOf(request));
  assertSees(request.caller, folded(entries));
  return entries;
}
