import type { Language } from '../../shared/domain/party.ts';
import type { Ceremony } from './ceremony.ts';

/** A signer's request, once its body fits the contract. */
export interface SignerRequest<Body = unknown> {
  readonly body: Body;
  readonly path: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly address: string;
  readonly agent: string;
  readonly language: Language;
}

/** Of a session: the ceremony was found, and the session with it, before the body was read. */
export interface CeremonyRequest<Body = unknown> extends SignerRequest<Body> {
  readonly ceremony: Ceremony;
}
