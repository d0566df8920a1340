import type { Language } from '../../shared/domain/envelope/party.ts';

/** A signer's request, with its body validated. */
export interface SignerRequest<Body = unknown> {
  readonly body: Body;
  readonly path: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly address: string;
  readonly agent: string;
  readonly language: Language;
}
