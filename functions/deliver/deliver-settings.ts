import type { Brand } from '../../shared/messages/notice.ts';

export interface DeliverSettings {
  readonly brand: Brand;
  /** Where documents are verified; no slash at the end. */
  readonly verifierUrl: string;
}
