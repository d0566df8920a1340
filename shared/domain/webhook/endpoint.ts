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

/** `failing`: nothing got through for three days. `gone`: it answered 410. `paused`: somebody's wish. */
export type OffBecause = 'failing' | 'gone' | 'paused';

/** Where events are posted to. */
export interface Endpoint {
  readonly id: string;
  /** Counts its changes, from 0. */
  readonly seq: number;
  readonly url: string;
  readonly scope: WebhookScope;
  /** Absent: every event, also those of later releases. */
  readonly events?: readonly string[];
  readonly owner: EndpointOwner;
  readonly createdAt: string;
  /** Newest first. */
  readonly secrets: readonly EndpointSecret[];
  /** Since when no delivery got through; absent while all is well. */
  readonly failingSince?: string;
  readonly off?: { readonly at: string; readonly because: OffBecause };
}

export interface EndpointFacts {
  readonly url: string;
  readonly scope: WebhookScope;
  readonly events?: readonly string[] | undefined;
}

/** Endpoints of the whole company, all of which are read for each event. */
export const MOST_ENDPOINTS = 100;
/** Endpoints of one employee. */
export const MOST_OWN_ENDPOINTS = 10;

/** After these hours of failures alone an endpoint is switched off. */
export const FAILING_HOURS = 72;

/** Secrets that one request is signed with, at most: a receiver looks through all of them. */
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

/** The secrets before stay valid for `hours` at most, so that a receiver can be changed without a gap. */
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

/** Whether an event of an envelope of `owner` (a subject) is posted there. */
export const isWanted = (
  { scope, events, owner, off }: Endpoint,
  event: { type: string; owner?: string | undefined },
): boolean =>
  !off &&
  (events?.includes(event.type) ?? true) &&
  (scope === 'company' || owner.subject === event.owner);

/** What an attempt changes: undefined if nothing. */
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

/** Only an administrator lets events of other people's envelopes out of the house. */
export function assertMayHave(caller: Caller, scope: WebhookScope): void {
  if (scope === 'company' && !caller.isAdministrator) throw new Refusal('forbidden');
}
