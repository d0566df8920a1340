import type { Brand } from '../../shared/messages/notice.ts';

export interface SignerSettings {
  readonly brand: Brand;
  /** Stated in the terms. */
  readonly evidenceYears: number;
}
