import type { EntryType } from '../../shared/domain/entries.ts';
import type { PartyState, Signed } from '../../shared/domain/envelope.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import { maskedChannel } from '../../shared/domain/party.ts';
import type { CertificateFacts, CertificateParty } from '../../shared/pdf/certificate-facts.ts';

interface Sealing {
  readonly company: string;
  readonly timeZone: string;
  readonly verifierUrl: string;
  readonly claimUrl: string;
  readonly sealedAt: Date;
}

/** What the certificate of authenticity says, all of it from the ledger. */
export function certificateFacts(
  envelope: Signed,
  entries: readonly Entry[],
  { sealedAt, ...sealing }: Sealing,
): CertificateFacts {
  return {
    ...sealing,
    language: envelope.language,
    title: envelope.title,
    envelopeId: envelope.id,
    pages: envelope.document.pages.length,
    originalSha256: envelope.document.sha256,
    preparedSha256: envelope.revisions[0]!.sha256,
    beforeSealSha256: envelope.revisions.at(-1)!.sha256,
    ledgerHead: envelope.head,
    createdAt: envelope.createdAt,
    sentAt: envelope.sentAt,
    sealedAt: sealedAt.toISOString(),
    parties: envelope.parties.map((party) => partyFacts(party, entries)),
  };
}

function partyFacts(party: PartyState, entries: readonly Entry[]): CertificateParty {
  const { name, role, channel, invitedAt, openedAt, consent } = party;
  const signature = party.signature!;
  const { codeSentAt, confirmedAt } = signature.confirmation;
  return {
    name,
    role,
    channel: { kind: channel.kind, masked: maskedChannel(channel) },
    method: signature.method,
    stamp: signature.stamp,
    ...(signature.address && { ipAddress: signature.address }),
    ...(invitedAt && { invitedAt }),
    ...(openedAt && { openedAt }),
    ...(consent && { consentedAt: consent.at }),
    codeSentAt,
    codesSent: countOf(entries, 'code.sent', party.id),
    confirmedAt,
    signedAt: signature.at,
  };
}

const countOf = (entries: readonly Entry[], type: EntryType, party: string): number =>
  entries.filter(
    (entry) => entry.type === type && 'party' in entry.data && entry.data.party === party,
  ).length;
