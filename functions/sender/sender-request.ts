import type { Language } from '../../shared/domain/envelope/party.ts';
import type { Caller } from './access/caller.ts';

/** A sender's request, with body and query validated. */
export interface SenderRequest<Body = unknown, Query = unknown> {
  readonly body: Body;
  readonly query: Query;
  readonly path: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly caller: Caller;
}
