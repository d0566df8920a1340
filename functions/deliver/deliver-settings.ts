import type { Brand } from '../../shared/messages/notice.ts';

export interface DeliverSettings {
  readonly brand: Brand;
  /** Base URL of the verifier, without trailing slash. */
  readonly verifierUrl: string;
}
