import type { Company } from '../../shared/pki/authority/authority.ts';
import type { AuthorityCopies, MacKey, NewKey, Ports, SigningKey } from '../../shared/ports.ts';
import type { CertificatePrivacy } from './certificate-facts.ts';

/** Whose certificate ends, as `sigillo-certificates` in the runbook names it. */
export type EndingCertificate = 'root' | 'seal' | 'timestamp' | 'installed chain' | 'outside root';

/** What sealing needs beside the ledger and the bucket: the company, its keys, clock and chance. */
export interface SealPorts extends Pick<Ports, 'ledger' | 'documents' | 'clock' | 'random'> {
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
