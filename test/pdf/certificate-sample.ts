import type { Language } from '../../shared/domain/envelope/party.ts';
import {
  type CertificateFacts,
  type CertificateMoment,
  type CertificateParty,
  MOMENTS,
  type MomentKind,
} from '../../shared/pdf/certificate/facts.ts';
import { claimUrl } from '../../shared/pdf/claim/claim-url.ts';

const ENVELOPE = '7ZK4Q8M2T1X9C3V5B6N0RDWGHJ';
const VERIFIER = 'https://verifica.acme-costruzioni.example';
/** Created once by `createClaim`, because signatures differ each time, and with them the QR code. */
const CLAIM =
  '002063651417117023895692799447680980276763973915028274934254047873307189234448256451036406' +
  '662009674313890397757735721801871190974208990843628480284914528674673913643613845916044063' +
  '779564130321890964736549250564715532366212612827444341475665625035294917227449280951105142';

const once = (kind: MomentKind, at: string): CertificateMoment => ({ kind, at, times: 1 });

const DIRECTOR: CertificateParty = {
  name: 'Юлия Андреевна Петрова',
  role: 'director',
  channel: { kind: 'email', masked: 'y•••@acme-costruzioni.example' },
  method: 'typed',
  stamp: false,
  ipAddress: '203.0.113.7',
  moments: [
    once('invited', '2026-11-24T09:02:11Z'),
    once('opened', '2026-11-24T09:10:40Z'),
    once('consented', '2026-11-24T09:11:02Z'),
    once('codeSent', '2026-11-24T09:11:05Z'),
    once('confirmed', '2026-11-24T09:11:49Z'),
    once('signed', '2026-11-24T09:14:30Z'),
  ],
};

const CLIENT: CertificateParty = {
  ...DIRECTOR,
  name: 'Maximiliane Alexandra von Hohenstein-Weißenfels de la Fuente y Castro',
  role: 'client',
  channel: { kind: 'sms', masked: '+39 ••• ••• 1234' },
  method: 'image',
  stamp: true,
  ipAddress: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
  moments: [
    once('invited', '2026-11-24T09:15:02Z'),
    once('opened', '2026-11-24T15:30:40Z'),
    once('consented', '2026-11-24T15:31:02Z'),
    { kind: 'codeSent', at: '2026-11-24T15:35:05Z', times: 3 },
    once('confirmed', '2026-11-24T15:35:49Z'),
    once('signed', '2026-11-24T15:40:09Z'),
  ],
};

/** A party with every possible kind of event, repeatedly. */
export const EVENTFUL_PARTY: CertificateParty = {
  ...CLIENT,
  moments: MOMENTS.map((kind, index) => ({
    kind,
    at: `2026-11-${10 + index}T09:15:02Z`,
    times: kind === 'signed' ? 1 : 18,
  })),
};

/** Facts of a completed envelope with that many parties. */
export const sampleFacts = (options: {
  language: Language;
  parties: number;
}): CertificateFacts => ({
  language: options.language,
  company: 'Acme Costruzioni S.r.l.',
  title: 'Contratto di appalto per la ristrutturazione dell’immobile di via Garibaldi 12, Torino',
  envelopeId: ENVELOPE,
  pages: 12,
  originalSha256: '0b7e'.repeat(16),
  preparedSha256: 'c41d'.repeat(16),
  beforeSealSha256: '3f9a'.repeat(16),
  beforeSealLength: 482_113,
  ledgerHead: '88e2'.repeat(16),
  ledgerEntries: 6 + 8 * options.parties,
  createdAt: '2026-11-24T08:55:00Z',
  sentAt: '2026-11-24T09:02:00Z',
  sealedAt: '2026-11-24T15:41:00Z',
  parties: Array.from({ length: options.parties }, (_, index) =>
    index % 2 === 0 ? DIRECTOR : CLIENT,
  ),
  claimUrl: claimUrl(VERIFIER, ENVELOPE, CLAIM),
  verifierUrl: VERIFIER,
});
