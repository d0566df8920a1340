import { ENVELOPE_ID_BYTES, envelopeIdFrom } from '../envelope/envelope-id.ts';
import type { Language } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import type { Owner } from '../ledger/entries.ts';
import { hoursAfter } from './instants.ts';

/** `company`: events of every envelope. `own`: events of those that its owner sends. */
export const WEBHOOK_SCOPES = ['company', 'own'] as const;
export type WebhookScope = (typeof WEBHOOK_SCOPES)[number];

/** Employee who registered it, notified in this language when it is switched off. */
export interface EndpointOwner extends Owner {
  readonly language: Language;
}

/** A signing secret, encrypted; those replaced stay valid until `until` (ISO 8601). */
export interface EndpointSecret {
  readonly sealed: string;
  readonly until?: string;
}

/**
 * `failing`: no delivery succeeded for three days. `gone`: it responded 410. `paused`: switched off by a person.
 */
export type OffBecause = 'failing' | 'gone' | 'paused';

/** An endpoint to which events are posted. */
export interface Endpoint {
  readonly id: string;
  /** Number of changes, from 0. */
  readonly seq: number;
  readonly url: string;
  readonly scope: WebhookScope;
  /** Absent: all event types, including those of later releases. */
  readonly events?: readonly string[];
  readonly owner: EndpointOwner;
  readonly createdAt: string;
  /** Newest first. */
  readonly secrets: readonly EndpointSecret[];
  /** Instant since which no delivery succeeded; absent while deliveries succeed. */
  readonly failingSince?: string;
  readonly off?: { readonly at: string; readonly because: OffBecause };
}

export const ENDPOINT_ID_BYTES = ENVELOPE_ID_BYTES;

/** As an envelope's, in small letters. */
export const endpointIdFrom = (random: Uint8Array): string => envelopeIdFrom(random).toLowerCase();

export const isEndpointId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(text);

export interface EndpointFacts {
  readonly url: string;
  readonly scope: WebhookScope;
  readonly events?: readonly string[] | undefined;
}

/** Maximum number of endpoints of the company, all of which are read for each event. */
export const MOST_ENDPOINTS = 100;
/** Maximum number of endpoints of one employee. */
export const MOST_OWN_ENDPOINTS = 10;

/** Hours of failures only, after which an endpoint is switched off. */
export const FAILING_HOURS = 72;

/** Maximum number of secrets that sign one request; a receiver compares all signatures. */
const MOST_SECRETS = 3;

export const newEndpoint = (
  { url, scope, events }: EndpointFacts,
  { id, owner, sealed, now }: { id: string; owner: EndpointOwner; sealed: string; now: Date },
): Endpoint => ({
  ...{ id, seq: 0, url, scope, owner },
  ...(events && { events }),
  createdAt: now.toISOString(),
  secrets: [{ sealed }],
});

/** Resets the count of failures: for another URL, or when it is switched on again. */
export function changedEndpoint(
  endpoint: Endpoint,
  { isOn, ...facts }: EndpointFacts & { isOn: boolean },
  now: Date,
): Endpoint {
  const { failingSince, off, events: _, ...rest } = endpoint;
  const isSame = facts.url === endpoint.url && isOn === !off;
  return {
    ...rest,
    ...{ url: facts.url, scope: facts.scope, seq: endpoint.seq + 1 },
    ...(facts.events && { events: facts.events }),
    ...(isSame && failingSince && { failingSince }),
    ...(!isOn && { off: off ?? { at: now.toISOString(), because: 'paused' } }),
  };
}

/** Previous secrets stay valid for `hours` at most, so that a receiver can be updated without a gap. */
export function exchangedSecret(
  endpoint: Endpoint,
  sealed: string,
  hours: number,
  now: Date,
): Endpoint {
  const end = hoursAfter(now.toISOString(), hours);
  const before = liveSecrets(endpoint, now)
    .map((secret) => ({ ...secret, until: earlier(secret.until, end) }))
    .filter(({ until }) => until > now.toISOString());
  const secrets = [{ sealed }, ...before].slice(0, MOST_SECRETS);
  return { ...endpoint, seq: endpoint.seq + 1, secrets };
}

const earlier = (until: string | undefined, end: string): string =>
  until !== undefined && until < end ? until : end;

export const liveSecrets = ({ secrets }: Endpoint, now: Date): readonly EndpointSecret[] =>
  secrets.filter(({ until }) => until === undefined || until > now.toISOString());

/** Whether events of an envelope of `owner` (a subject) are posted to this endpoint. */
export const isWanted = (
  { scope, events, owner, off }: Endpoint,
  event: { type: string; owner?: string | undefined },
): boolean =>
  !off &&
  (events?.includes(event.type) ?? true) &&
  (scope === 'company' || owner.subject === event.owner);

/** The endpoint's change after an attempt; undefined for none. */
export function afterAttempt(
  endpoint: Endpoint,
  outcome: 'delivered' | 'failed' | 'gone',
  now: Date,
): Endpoint | undefined {
  const { failingSince, ...rest } = endpoint;
  if (endpoint.off) return undefined;
  if (outcome === 'delivered')
    return failingSince === undefined ? undefined : { ...rest, seq: rest.seq + 1 };
  const at = now.toISOString();
  const since = failingSince ?? at;
  if (outcome === 'gone' || at >= hoursAfter(since, FAILING_HOURS))
    return { ...endpoint, seq: rest.seq + 1, failingSince: since, off: offBy(outcome, at) };
  return failingSince === undefined
    ? { ...endpoint, seq: rest.seq + 1, failingSince: at }
    : undefined;
}

const offBy = (outcome: 'failed' | 'gone', at: string) => ({
  at,
  because: outcome === 'gone' ? ('gone' as const) : ('failing' as const),
});

interface Caller {
  readonly subject: string;
  readonly isAdministrator: boolean;
}

/**
 * Administrators see and change all endpoints, other employees those they registered for their own envelopes.
 */
export const seesEndpoint = (caller: Caller, { scope, owner }: Endpoint): boolean =>
  caller.isAdministrator || (scope === 'own' && owner.subject === caller.subject);

/** Only an administrator may send events of other employees' envelopes to an endpoint. */
export function assertMayHave(caller: Caller, scope: WebhookScope): void {
  if (scope === 'company' && !caller.isAdministrator) throw new Refusal('forbidden');
}
