import type { PartyState, Signed } from '../../shared/domain/envelope/envelope.ts';
import { maskedAddress, maskedChannel } from '../../shared/domain/envelope/party.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { CertificateFacts, CertificateParty } from '../../shared/pdf/certificate/facts.ts';
import { partyMoments } from './party-moments.ts';

/** What the certificate shows of contacts and IP addresses; the ledger has all of it. */
export interface CertificatePrivacy {
  readonly contacts: 'masked' | 'hidden';
  readonly addresses: 'shown' | 'masked' | 'hidden';
}

interface Sealing {
  readonly company: string;
  readonly timeZone: string;
  readonly verifierUrl: string;
  readonly claimUrl: string;
  readonly sealedAt: Date;
  readonly privacy: CertificatePrivacy;
}

/** Content of the certificate of authenticity, from the ledger up to the envelope's head. */
export function certificateFacts(
  envelope: Signed,
  entries: readonly Entry[],
  { sealedAt, privacy, ...sealing }: Sealing,
): CertificateFacts {
  const told = entries.slice(0, envelope.seq + 1);
  const beforeSeal = envelope.revisions.at(-1)!;
  return {
    ...sealing,
    language: envelope.language,
    title: envelope.title,
    envelopeId: envelope.id,
    pages: envelope.document.pages.length,
    originalSha256: envelope.document.sha256,
    preparedSha256: envelope.revisions[0]!.sha256,
    beforeSealSha256: beforeSeal.sha256,
    beforeSealLength: beforeSeal.length,
    ledgerHead: envelope.head,
    ledgerEntries: told.length,
    createdAt: envelope.createdAt,
    sentAt: envelope.sentAt,
    sealedAt: sealedAt.toISOString(),
    parties: envelope.parties.map((party) => partyFacts(party, told, privacy)),
  };
}

function partyFacts(
  party: PartyState,
  entries: readonly Entry[],
  { contacts, addresses }: CertificatePrivacy,
): CertificateParty {
  const { name, role, channel } = party;
  const { method, stamp, address } = party.signature!;
  return {
    name,
    role,
    channel: {
      kind: channel.kind,
      ...(contacts === 'masked' && { masked: maskedChannel(channel) }),
    },
    method,
    stamp,
    ...(address &&
      addresses !== 'hidden' && {
        ipAddress: addresses === 'masked' ? maskedAddress(address) : address,
      }),
    moments: partyMoments(party, entries),
  };
}
