import { useEffect, useState } from 'preact/hooks';
import type { EnvelopeSummary, SenderApi } from '../sender-api.ts';
import { handOverEach, type Outcome } from './hand-over-each.ts';
import type { Batch, NewOwner } from './new-owner.ts';

/** What is handed over together, as far as it went. It goes on while one is elsewhere in the console. */
export interface GoingOver {
  /** The subject of who hands over: whoever signs in after them in this tab sees nothing of it. */
  readonly by: string;
  readonly asked: Asked;
  readonly envelopes: readonly EnvelopeSummary[];
  /** Whose they become. */
  readonly to: NewOwner;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly isBusy: boolean;
  /** What stopped it. */
  readonly fault?: unknown;
}

type Api = Pick<SenderApi, 'handOver'>;

/** The same in every call. Without `to` it is whoever asks. */
interface Asked {
  readonly batch: Batch | undefined;
  readonly to: NewOwner | undefined;
}

/** What a row said before it was handed over, and what it is to say. */
interface Passed {
  readonly updatedAt: string;
  readonly from: string | undefined;
  readonly to: NewOwner;
}

/** By envelope, also once the report is closed: rows beyond the first page are not asked for again. */
const passed = new Map<string, Passed>();

let going: GoingOver | undefined;
/** The calls under way; of those before it nothing more is begun, and nothing is noted. */
let current: { isStopped: boolean } = { isStopped: true };
const watchers = new Set<() => void>();

function show(next: GoingOver | undefined): void {
  going = next;
  window.onbeforeunload = next?.isBusy ? (event) => event.preventDefault() : null;
  for (const watcher of watchers) watcher();
}

/** Undefined while that person hands nothing over, and once the report was closed. */
export const goingOverBy = (subject: string): GoingOver | undefined =>
  going?.by === subject ? going : undefined;

export function useGoingOver(subject: string): GoingOver | undefined {
  const [seen, setSeen] = useState(() => goingOverBy(subject));
  useEffect(() => {
    const watch = () => setSeen(goingOverBy(subject));
    watch();
    watchers.add(watch);
    return () => void watchers.delete(watch);
  }, [subject]);
  return seen;
}

/** Without `to` it is whoever asks, `me`: what the sign-in says of oneself need not pass as input. */
export function startGoingOver(
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

/** Those that were refused, or not yet tried. The new owner gets no second mail. */
export const tryGoingOverAgain = (api: Api): void => void work(api);

/** What is under way still goes. Also when one signs out: nothing more is done in the name of who is next. */
export function stopGoingOver(): void {
  current.isStopped = true;
}

/** It was acted on: whoever signs in again is not signed out by it once more. */
export function forgetFault(): void {
  if (!going) return;
  const { fault: _, ...rest } = going;
  show(rest);
}

export const closeGoingOver = (): void => show(undefined);

export const isPassed = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && outcome.kind !== 'refused';

async function work(api: Api): Promise<void> {
  if (!going) return;
  const { fault: _, ...before } = going;
  const left = before.envelopes.filter(({ id }) => !isPassed(before.outcomes.get(id)));
  stopGoingOver();
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

/**
 * Whose an envelope is, where the list, which follows in a moment, does not say so yet. The instant of a
 * row whose document was removed stays as it was.
 */
export function ownerOf({ id, ownedBy, updatedAt }: EnvelopeSummary): EnvelopeSummary['ownedBy'] {
  const known = passed.get(id);
  const isBefore = known?.updatedAt === updatedAt && known.from === ownedBy?.subject;
  return isBefore ? known.to : ownedBy;
}
