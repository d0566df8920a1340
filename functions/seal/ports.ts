import type { Size } from '../../shared/domain/fields/field.ts';
import type { CertificateFacts } from '../../shared/pdf/certificate/facts.ts';
import type { ClaimFacts, ClaimKey } from '../../shared/pdf/claim/claim.ts';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import type { Caption } from '../../shared/pdf/draw/signature-appearance.ts';
import type { Plan } from '../../shared/pdf/plan.ts';
import type { Change, Revision, RevisionServices } from '../../shared/pdf/revision/change.ts';
import type { Report } from '../../shared/pdf/verify/report.ts';
import type { VerifyOptions } from '../../shared/pdf/verify/verify.ts';
import type {
  Authority,
  AuthorityRequest,
  Company,
  ManagedKey,
  Renewable,
} from '../../shared/pki/authority/authority.ts';
import type { RevocationListRequest } from '../../shared/pki/authority/issue-revocation-list.ts';
import type { OneTimeRequest } from '../../shared/pki/authority/one-time-identity.ts';
import type { SigningIdentity, Timestamper } from '../../shared/pki/identity.ts';
import type { Trust } from '../../shared/pki/path/certificate-path.ts';
import type { RevocationFetching } from '../../shared/pki/revocation/fetch-revocation-data.ts';
import type { RevocationData } from '../../shared/pki/revocation/revocation-check.ts';
import type { OutsideTimestamping, OwnTimestamping } from '../../shared/pki/timestamp/timestamp.ts';
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

/** Certificates, revocation lists and timestamps: DER in, DER out. */
export interface PkiCore {
  createAuthority(request: AuthorityRequest): Promise<Authority>;
  renewAuthority(
    authority: Authority,
    due: readonly Renewable[],
    request: AuthorityRequest,
  ): Promise<Authority>;
  dueForRenewal(authority: Authority, company: Company, now: Date): Renewable[];
  /** For one signature; a second one throws. */
  issueOneTimeIdentity(request: OneTimeRequest, key: ManagedKey): Promise<SigningIdentity>;
  /** RFC 5280 §5. */
  issueRevocationList(request: RevocationListRequest): Promise<Uint8Array>;
  ownTimestamper(request: OwnTimestamping): Timestamper;
  /** Asks outside authorities by RFC 3161. */
  httpTimestamper(request: OutsideTimestamping): Timestamper;
  /** From the certificate that signed a timestamp token to a root; throws `PathError`. */
  timestampPath(token: Uint8Array, trust: Trust): Promise<readonly Uint8Array[]>;
  /**
   * Whether a chain that a public authority gave for the key is valid at the instant. Throws `ChainRejected` if
   * anything but its dates is wrong.
   */
  isChainInForce(
    chain: readonly Uint8Array[],
    key: { publicKey: Uint8Array; at: Date },
  ): Promise<boolean>;
  /** The last second in which the certificate is valid. */
  endOf(certificate: Uint8Array): Date;
  fetchRevocationData(wanted: RevocationFetching): Promise<RevocationData>;
}

/** What sealing needs beside the ledger and the bucket: the company, its keys, clock and chance. */
export interface SealPorts extends Pick<Ports, 'ledger' | 'documents' | 'clock' | 'random'> {
  readonly pdf: PdfCore;
  readonly pki: PkiCore;
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
