import { useEffect, useState } from 'preact/hooks';
import type { EnvelopeSummary, SenderApi } from '../sender-api.ts';
import { handOverEach, type Outcome } from './hand-over-each.ts';
import type { Batch, NewOwner } from './new-owner.ts';

/** State of a bulk hand-over. It continues while the user visits other pages of the console. */
export interface HandOverRun {
  /** Subject of the user who started it; another user signing in in this tab does not see it. */
  readonly by: string;
  readonly asked: Asked;
  readonly envelopes: readonly EnvelopeSummary[];
  /** The new owner. */
  readonly to: NewOwner;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly isBusy: boolean;
  /** The error that stopped it. */
  readonly fault?: unknown;
}

type Api = Pick<SenderApi, 'handOver'>;

/** The same in every call. Without `to` the caller becomes the owner. */
interface Asked {
  readonly batch: Batch | undefined;
  readonly to: NewOwner | undefined;
}

/** A row's owner and instant before the hand-over, and the owner afterwards. */
interface Passed {
  readonly updatedAt: string;
  readonly from: string | undefined;
  readonly to: NewOwner;
}

/** By envelope id; kept after the report is closed, because rows beyond the first page are not reloaded. */
const passed = new Map<string, Passed>();

let going: HandOverRun | undefined;
/** The latest run. Earlier runs start no further calls, and their outcomes are ignored. */
let current: { isStopped: boolean } = { isStopped: true };
const watchers = new Set<() => void>();

function show(next: HandOverRun | undefined): void {
  going = next;
  window.onbeforeunload = next?.isBusy ? (event) => event.preventDefault() : null;
  for (const watcher of watchers) watcher();
}

/** Undefined if that user has no hand-over, or has closed the report. */
export const handOverRunBy = (subject: string): HandOverRun | undefined =>
  going?.by === subject ? going : undefined;

export function useHandOverRun(subject: string): HandOverRun | undefined {
  const [seen, setSeen] = useState(() => handOverRunBy(subject));
  useEffect(() => {
    const watch = () => setSeen(handOverRunBy(subject));
    watch();
    watchers.add(watch);
    return () => void watchers.delete(watch);
  }, [subject]);
  return seen;
}

/** Without `to` the caller, `me`, becomes the owner; the API takes the caller's identity from the token. */
export function startHandOver(
  api: Api,
  envelopes: readonly EnvelopeSummary[],
  to: NewOwner | undefined,
  me: NewOwner,
): void {
  const size = envelopes.length;
  const batch = size > 1 ? { id: crypto.randomUUID(), size } : undefined;
  const asked = { batch, to };
  show({ by: me.subject, asked, envelopes, to: to ?? me, outcomes: new Map(), isBusy: true });
  void work(api);
}

/** Retries the refused and untried ones. The new owner gets no second mail. */
export const retryHandOver = (api: Api): void => void work(api);

/** Stops after the calls in flight; also on sign-out, so that nothing continues under the next user's name. */
export function stopHandOver(): void {
  current.isStopped = true;
}

/** Marks the expired sign-in as handled, so that it does not sign the user out again. */
export function clearFault(): void {
  if (!going) return;
  const { fault: _, ...rest } = going;
  show(rest);
}

export const closeHandOverReport = (): void => show(undefined);

export const isPassed = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && outcome.kind !== 'refused';

async function work(api: Api): Promise<void> {
  if (!going) return;
  const { fault: _, ...before } = going;
  const left = before.envelopes.filter(({ id }) => !isPassed(before.outcomes.get(id)));
  stopHandOver();
  const run = { isStopped: false };
  current = run;
  show({ ...before, isBusy: true });
  const ended = await handOverEach(api, {
    ...before.asked,
    ids: left.map(({ id }) => id),
    onOutcome: (id, outcome) => run === current && note(id, outcome),
    isStopped: () => run.isStopped,
  }).then(
    () => ({}),
    (fault: unknown) => ({ fault }),
  );
  if (going && run === current) show({ ...going, isBusy: false, ...ended });
}

function note(id: string, outcome: Outcome): void {
  if (!going) return;
  const { envelopes, to, outcomes } = going;
  const row = envelopes.find((one) => one.id === id);
  if (row && isPassed(outcome))
    passed.set(id, { updatedAt: row.updatedAt, from: row.ownedBy?.subject, to });
  show({ ...going, outcomes: new Map(outcomes).set(id, outcome) });
}

/** The envelope's owner, where the list still lags behind. A row whose document was removed keeps its instant. */
export function ownerOf({ id, ownedBy, updatedAt }: EnvelopeSummary): EnvelopeSummary['ownedBy'] {
  const known = passed.get(id);
  const isBefore = known?.updatedAt === updatedAt && known.from === ownedBy?.subject;
  return isBefore ? known.to : ownedBy;
}
