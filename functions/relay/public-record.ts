import type { PublicRecord } from '../../shared/contract/verifier.ts';
import {
  type Completed,
  type Envelope,
  endedAs,
  isEnded,
  type Purged,
  type Stopped,
} from '../../shared/domain/envelope/envelope.ts';
import { maskedName } from '../../shared/domain/envelope/party.ts';
import { purgeAt } from '../../shared/domain/envelope/retention.ts';

export interface RecordSettings {
  readonly company: string;
  /** Whether the document's title is public. */
  readonly showTitle: boolean;
}

/**
 * The public record of an envelope: no contact, no full name. Undefined until it is sent, since its id is not
 * printed before.
 */
export function publicRecord(
  envelope: Envelope,
  { company, showTitle }: RecordSettings,
): PublicRecord | undefined {
  if (!('sentAt' in envelope) || envelope.sentAt === undefined) return undefined;
  return {
    id: envelope.id,
    status: statusOf(envelope),
    company,
    ...(showTitle && !envelope.erasedAt && { title: envelope.title }),
    createdAt: envelope.createdAt,
    sentAt: envelope.sentAt,
    signers: (envelope.erasedAt ? [] : envelope.parties).map(({ name, role, signature }) => ({
      name: maskedName(name),
      role,
      ...(signature && { signedAt: signature.at }),
    })),
    ...('file' in envelope && envelope.file && closing(envelope)),
    ...(isEnded(envelope) && { ledger: { seq: envelope.seq, head: envelope.head } }),
  };
}

const statusOf = (envelope: Envelope): PublicRecord['status'] =>
  isEnded(envelope) ? endedAs(envelope) : 'open';

/** For a completed envelope: hashes, and until when it can be downloaded. */
function closing(envelope: Exclude<Completed | Purged, Stopped>) {
  const { file, beforeSeal } = envelope;
  const removedAt = purgeAt(envelope);
  return {
    closedAt: envelope.endedAt,
    ...(file && { sha256: file.sha256, length: file.length }),
    ...(beforeSeal && { beforeSeal: { sha256: beforeSeal.sha256, length: beforeSeal.length } }),
    ...(removedAt && { removedAt }),
  };
}
