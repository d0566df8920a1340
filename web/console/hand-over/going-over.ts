import { useEffect, useState } from 'preact/hooks';
import type { EnvelopeSummary, SenderApi } from '../sender-api.ts';
import { handOverEach, type Outcome } from './hand-over-each.ts';
import type { Batch, NewOwner } from './new-owner.ts';

/** What is handed over together, as far as it went. It goes on while one is elsewhere in the console. */
export interface GoingOver {
  readonly envelopes: readonly EnvelopeSummary[];
  /** Whose they become. */
  readonly to: NewOwner;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly isBusy: boolean;
  /** What stopped it. */
  readonly fault?: unknown;
}

interface Started {
  readonly api: Pick<SenderApi, 'handOver'>;
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

let started: Started | undefined;
let going: GoingOver | undefined;
let isStopped = false;
const watchers = new Set<() => void>();

function show(next: GoingOver | undefined): void {
  going = next;
  window.onbeforeunload = next?.isBusy ? (event) => event.preventDefault() : null;
  for (const watcher of watchers) watcher();
}

/** Undefined while nothing is handed over, and once its report was closed. */
export function useGoingOver(): GoingOver | undefined {
  const [seen, setSeen] = useState(going);
  useEffect(() => {
    const watch = () => setSeen(going);
    watch();
    watchers.add(watch);
    return () => void watchers.delete(watch);
  }, []);
  return seen;
}

/** Without `to` it is whoever asks, `me`: what the sign-in says of oneself need not pass as input. */
export function startGoingOver(
  api: Started['api'],
  envelopes: readonly EnvelopeSummary[],
  to: NewOwner | undefined,
  me: NewOwner,
): void {
  const size = envelopes.length;
  const batch = size > 1 ? { id: crypto.randomUUID(), size } : undefined;
  started = { api, batch, to };
  show({ envelopes, to: to ?? me, outcomes: new Map(), isBusy: true });
  void work();
}

/** Those that were refused, or not yet tried. The new owner gets no second mail. */
export const tryGoingOverAgain = (): void => void work();

/** What is under way still goes. */
export function stopGoingOver(): void {
  isStopped = true;
}

export const closeGoingOver = (): void => show(undefined);

export const isPassed = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && outcome.kind !== 'refused';

async function work(): Promise<void> {
  if (!started || !going) return;
  const { api, batch, to } = started;
  const { fault: _, ...before } = going;
  const left = before.envelopes.filter(({ id }) => !isPassed(before.outcomes.get(id)));
  isStopped = false;
  show({ ...before, isBusy: true });
  const ids = left.map(({ id }) => id);
  try {
    await handOverEach(api, { ids, batch, to, onOutcome: note, isStopped: () => isStopped });
    if (going) show({ ...going, isBusy: false });
  } catch (fault) {
    if (going) show({ ...going, isBusy: false, fault });
  }
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
