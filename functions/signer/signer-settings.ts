import type { Language } from '../../shared/domain/envelope/party.ts';
import type { DailyLimits } from '../../shared/domain/limits.ts';
import type { Brand } from '../../shared/messages/notice.ts';
import type { TermsFacts } from '../../shared/messages/terms/terms-words.ts';

export interface SignerSettings {
  readonly brand: Brand;
  /** Offered languages. */
  readonly languages: readonly Language[];
  /** Base URL of the verifier, without trailing slash. */
  readonly verifierUrl: string;
  /** The company's country (ISO 3166-1 alpha-2), whose law the terms cite. */
  readonly country: string;
  /**
   * Contacts shown to signers; empty if not configured. `{language}` in the privacy notice's URL is replaced
   * by the reader's.
   */
  readonly telephone: string;
  readonly privacyNotice: string;
  readonly senderAddress: 'shown' | 'hidden';
  /** Stated in the terms. */
  readonly evidenceYears: number;
  readonly archiveYears: number;
  readonly limits: Pick<DailyLimits, 'textMessages'>;
}

/** Facts stated in the terms of an envelope's parties. */
export const termsFactsOf = (
  { brand: { company }, country, evidenceYears, archiveYears }: SignerSettings,
  { documentDays }: { documentDays: number },
): TermsFacts => ({ company, country, documentDays, evidenceYears, archiveYears });
