import type {
  ForeignSignature,
  ReasonCode,
  SignatureReport,
} from '../../../shared/pdf/verify/report.ts';
import type { Conclusion } from '../conclude.ts';

/** Texts of the page beyond those of the public record, which the server renders too. */
export interface Texts {
  readonly skip: string;
  readonly language: string;
  readonly lead: string;
  readonly fileTitle: string;
  readonly fileLead: string;
  readonly choose: string;
  readonly drop: string;
  readonly privacy: string;
  readonly checking: string;
  readonly again: string;
  readonly fault: string;
  readonly tooSlow: string;
  readonly codeTitle: string;
  readonly codeWrong: string;
  readonly scan: string;
  readonly scanHint: string;
  readonly scanFailed: string;
  readonly scanForeign: string;
  readonly close: string;
  readonly verdict: Readonly<Record<Conclusion['verdict'], string>>;
  readonly sentence: Readonly<Record<Conclusion['sentence'], string>>;
  readonly signatures: string;
  readonly sealedBy: string;
  /** The company's own timestamp is never called qualified: Regulation (EU) No 910/2014, Articles 41 and 42. */
  readonly timeStamp: { readonly title: string; readonly own: string; readonly outside: string };
  /** Precedes the time stated by a signature's timestamp. */
  readonly stampedAt: string;
  readonly kind: Readonly<Record<SignatureReport['kind'], string>>;
  readonly file: string;
  readonly findings: string;
  readonly finding: Readonly<Record<ReasonCode, string>>;
  readonly refusedChanges: string;
  readonly foreignSignature: Readonly<Record<ForeignSignature['verdict'], string>>;
  readonly register: string;
  readonly registerAsked: string;
  readonly registerSilent: string;
  readonly qr: string;
  readonly qrMatches: string;
  readonly qrDiffers: string;
  readonly qrUnread: string;
  readonly covers: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly validity: string;
  readonly certificate: string;
  readonly inRegister: string;
  /** Shown for a file that is not the recorded one. */
  readonly originalOnly: string;
}
