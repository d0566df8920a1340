import type { Language } from '../../shared/domain/party.ts';
import type { Brand } from '../../shared/messages/notice.ts';

export interface SignerSettings {
  readonly brand: Brand;
  /** Those that the page may be read in. */
  readonly languages: readonly Language[];
  /** Where documents are verified; no slash at the end. */
  readonly verifierUrl: string;
  /** Stated in the terms. */
  readonly evidenceYears: number;
}
