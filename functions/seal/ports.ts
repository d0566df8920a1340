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

/** Names used by alarm `sigillo-certificates` in the runbook. */
export type EndingCertificate = 'root' | 'seal' | 'timestamp' | 'installed chain' | 'outside root';

/** The PDF core. Throws `PdfRefusal` for what cannot be drawn. */
export interface PdfCore {
  appendRevision(plan: Plan, change: Change, services: RevisionServices): Promise<Revision>;
  signatureAppearance(mark: Drawing, box: Size, caption: Caption): Promise<Drawing>;
  /** One A4 drawing per page; `printed`: `drawingsHash` of what intake printed. */
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
    key: { readonly publicKey: Uint8Array; readonly at: Date },
  ): Promise<boolean>;
  /** The last second in which the certificate is valid. */
  endOf(certificate: Uint8Array): Date;
  fetchRevocationData(wanted: RevocationFetching): Promise<RevocationData>;
}

/** What sealing needs besides ledger and bucket. */
export interface SealPorts extends Pick<Ports, 'ledger' | 'documents' | 'clock' | 'random'> {
  readonly pdf: PdfCore;
  readonly pki: PkiCore;
  readonly authorityCopies: AuthorityCopies;
  readonly keys: {
    readonly authority: SigningKey;
    readonly seal: SigningKey;
    readonly timestamp: SigningKey;
  };
  /** Creates a person's one-time key. */
  readonly newKey: NewKey;
  /** Authenticates plans; only intake and seal may use it. */
  readonly planKey: MacKey;
  readonly company: Company;
  /** Without trailing slash. */
  readonly verifierUrl: string;
  /** IANA time zone of printed times. */
  readonly timeZone: string;
  /** What the certificate shows of contacts and IP addresses. */
  readonly privacy: CertificatePrivacy;
  /** Outside timestamp authorities in order of preference; empty: the company's own. */
  readonly timestampUrls: readonly string[];
  /** Accepted timestamp policies (OIDs); empty: any. */
  readonly timestampPolicies: readonly string[];
  /** Trust anchors of those authorities, PEM. */
  readonly timestampRoots: string;
  /**
   * Called when a root is created because none was stored: expected for the first document, otherwise a loss
   * of data.
   */
  readonly onFounding: () => void;
  /** Called daily per expiring certificate; `days` is negative once it has expired. */
  readonly onEndingCertificate: (certificate: EndingCertificate, days: number) => void;
}
