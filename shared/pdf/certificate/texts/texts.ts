import type { CertificateParty, MomentKind } from '../facts.ts';

/** Texts of the certificate; placeholders are in braces. */
export interface CertificateTexts {
  /** BCP 47, for date formats. */
  readonly locale: string;
  readonly title: string;
  readonly subtitle: string;
  readonly document: string;
  readonly code: string;
  readonly pages: string;
  readonly created: string;
  readonly sent: string;
  readonly sealed: string;
  readonly signatures: string;
  readonly role: Record<CertificateParty['role'], string>;
  readonly channel: Record<
    CertificateParty['channel']['kind'],
    { readonly to: string; readonly alone: string }
  >;
  readonly method: Record<CertificateParty['method'], string>;
  readonly withStamp: string;
  readonly address: string;
  readonly timeline: string;
  /** Explains the time of a repeated event. */
  readonly repeated: string;
  readonly times: string;
  readonly moment: Record<MomentKind, string>;
  readonly fingerprints: string;
  readonly original: string;
  readonly prepared: string;
  readonly beforeSeal: string;
  readonly ledgerHead: string;
  readonly extent: string;
  readonly verify: string;
  readonly scan: string;
  readonly visit: string;
  readonly offline: string;
  readonly nature: string;
  readonly page: string;
  readonly range: string;
}
