import type { CertificateParty, MomentKind } from '../facts.ts';

/** The words of the certificate. What stands in braces is filled in. */
export interface CertificateTexts {
  /** BCP 47, for dates. */
  locale: string;
  title: string;
  subtitle: string;
  document: string;
  code: string;
  pages: string;
  created: string;
  sent: string;
  sealed: string;
  signatures: string;
  role: Record<CertificateParty['role'], string>;
  channel: Record<CertificateParty['channel']['kind'], { to: string; alone: string }>;
  method: Record<CertificateParty['method'], string>;
  withStamp: string;
  address: string;
  timeline: string;
  /** What the time of a repeated event means. */
  repeated: string;
  times: string;
  moment: Record<MomentKind, string>;
  fingerprints: string;
  original: string;
  prepared: string;
  beforeSeal: string;
  ledgerHead: string;
  extent: string;
  verify: string;
  scan: string;
  visit: string;
  offline: string;
  nature: string;
  page: string;
  range: string;
}
