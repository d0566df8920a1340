import type { Size } from '../../shared/domain/fields/field.ts';
import type { CertificateFacts } from '../../shared/pdf/certificate/facts.ts';
import type { ClaimFacts, ClaimKey } from '../../shared/pdf/claim/claim.ts';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import type { Caption } from '../../shared/pdf/draw/signature-appearance.ts';
import type { Plan } from '../../shared/pdf/plan.ts';
import type { Change, Revision, RevisionServices } from '../../shared/pdf/revision/change.ts';
import type { Report } from '../../shared/pdf/verify/report.ts';
import type { VerifyOptions } from '../../shared/pdf/verify/verify.ts';
import type { Company } from '../../shared/pki/authority/authority.ts';
import type { AuthorityCopies, MacKey, NewKey, SigningKey } from '../../shared/ports/keys.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { CertificatePrivacy } from './certificate-facts.ts';

/** Whose certificate ends, as `sigillo-certificates` in the runbook names it. */
export type EndingCertificate = 'root' | 'seal' | 'timestamp' | 'installed chain' | 'outside root';

/** The PDF core: bytes in, bytes out. What cannot be drawn throws `PdfRefusal`. */
export interface PdfCore {
  appendRevision(plan: Plan, change: Change, services: RevisionServices): Promise<Revision>;
  signatureAppearance(mark: Drawing, box: Size, caption: Caption): Promise<Drawing>;
  /** One A4 drawing a page; `printed` is the hash of what intake printed beneath. */
  drawCertificate(facts: CertificateFacts, printed?: string): Promise<Drawing[]>;
  createClaim(facts: ClaimFacts, key: ClaimKey): Promise<string>;
  verifyDocument(bytes: Uint8Array, options: VerifyOptions): Promise<Report>;
}

/** What sealing needs beside the ledger and the bucket: the company, its keys, clock and chance. */
export interface SealPorts extends Pick<Ports, 'ledger' | 'documents' | 'clock' | 'random'> {
  readonly pdf: PdfCore;
  readonly authorityCopies: AuthorityCopies;
  readonly keys: {
    readonly authority: SigningKey;
    readonly seal: SigningKey;
    readonly timestamp: SigningKey;
  };
  /** Makes the key of a person for one signature. */
  readonly newKey: NewKey;
  /** Guards the plan; only intake and seal may use it. */
  readonly planKey: MacKey;
  readonly company: Company;
  /** Without a slash at the end. */
  readonly verifierUrl: string;
  /** IANA zone in which times are printed. */
  readonly timeZone: string;
  /** What the certificate says of contacts and addresses. */
  readonly privacy: CertificatePrivacy;
  /** Outside timestamp authorities in the order they are tried; none: the company's own. */
  readonly timestampUrls: readonly string[];
  /** Policies that their tokens may be under, object identifiers; none: any. */
  readonly timestampPolicies: readonly string[];
  /** Whom those authorities' tokens must come from, PEM. */
  readonly timestampRoots: string;
  /** Told when a root is made where none was stored: right for the first document, a loss at any other time. */
  readonly onFounding: () => void;
  /** Told daily while there is one; `days` is negative once it has ended. */
  readonly onEndingCertificate: (certificate: EndingCertificate, days: number) => void;
}
