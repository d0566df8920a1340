import type { Language } from '../../shared/domain/envelope/party.ts';
import type { DailyLimits } from '../../shared/domain/limits.ts';
import type { Brand } from '../../shared/messages/notice.ts';
import type { TermsFacts } from '../../shared/messages/terms/terms-words.ts';

export interface SignerSettings {
  readonly brand: Brand;
  /** Those that the page may be read in. */
  readonly languages: readonly Language[];
  /** Where documents are verified; no slash at the end. */
  readonly verifierUrl: string;
  /** The company's, ISO 3166-1 alpha-2; the terms name its law. */
  readonly country: string;
  /**
   * Where signers may call, and where they read the privacy notice, with `{language}` where the address has
   * the reader's; empty where there is none.
   */
  readonly telephone: string;
  readonly privacyNotice: string;
  readonly senderAddress: 'shown' | 'hidden';
  /** Stated in the terms. */
  readonly evidenceYears: number;
  readonly archiveYears: number;
  readonly limits: Pick<DailyLimits, 'textMessages'>;
}

/** What the terms for an envelope's parties state. */
export const termsFactsOf = (
  { brand: { company }, country, evidenceYears, archiveYears }: SignerSettings,
  { documentDays }: { documentDays: number },
): TermsFacts => ({ company, country, documentDays, evidenceYears, archiveYears });
