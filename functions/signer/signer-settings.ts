import type { Brand } from '../../shared/messages/notice.ts';

export interface SignerSettings {
  readonly brand: Brand;
  /** Where documents are verified; no slash at the end. */
  readonly verifierUrl: string;
  /** Stated in the terms. */
  readonly evidenceYears: number;
}
