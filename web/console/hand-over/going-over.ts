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
}

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

export function startGoingOver(
  api: Started['api'],
  envelopes: readonly EnvelopeSummary[],
  to: NewOwner,
): void {
  const size = envelopes.length;
  started = { api, batch: size > 1 ? { id: crypto.randomUUID(), size } : undefined };
  show({ envelopes, to, outcomes: new Map(), isBusy: true });
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
  const { api, batch } = started;
  const { fault: _, ...before } = going;
  const left = before.envelopes.filter(({ id }) => !isPassed(before.outcomes.get(id)));
  isStopped = false;
  show({ ...before, isBusy: true });
  const onOutcome = (id: string, outcome: Outcome) =>
    going && show({ ...going, outcomes: new Map(going.outcomes).set(id, outcome) });
  const ids = left.map(({ id }) => id);
  try {
    await handOverEach(api, {
      ...{ ids, batch, onOutcome },
      to: before.to,
      isStopped: () => isStopped,
    });
    if (going) show({ ...going, isBusy: false });
  } catch (fault) {
    if (going) show({ ...going, isBusy: false, fault });
  }
}

/** Whose an envelope is, where the list, which follows in a moment, does not say so yet. */
export function ownerOf(
  { id, ownedBy, updatedAt }: EnvelopeSummary,
  over: GoingOver | undefined,
): EnvelopeSummary['ownedBy'] {
  if (!over || !isPassed(over.outcomes.get(id))) return ownedBy;
  const before = over.envelopes.find((one) => one.id === id);
  return before?.updatedAt === updatedAt ? over.to : ownedBy;
}
