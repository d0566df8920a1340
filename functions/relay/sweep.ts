import type { ListedState, PassName, PassState } from '../../shared/ports/lists.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Repaired } from './repair.ts';

/** Envelopes checked concurrently: enough for throughput, few enough for every service's limits. */
const AT_ONCE = 10;

const DAY_MS = 24 * 3_600_000;
/** Tolerance for the hourly schedule. */
const EARLY_MS = 30 * 60_000;

export interface SweepReport {
  /** Number of envelopes due. */
  readonly seen: number;
  /** Those for which a service did not respond; they stay due. */
  readonly unseen: number;
  /** Ids that need an operator. */
  readonly stuck: readonly string[];
}

interface Steps {
  readonly repair: (envelopeId: string) => Promise<Repaired>;
  readonly compare: (row: ListedState) => Promise<void>;
  readonly onFault: (envelopeId: string, fault: unknown) => void;
  /** False once the time for a pass is used up. */
  readonly hasTime: Readonly<Record<'overdue' | PassName, () => boolean>>;
}

type Deps = Pick<Ports, 'watch' | 'clock'>;

/**
 * Checks due envelopes, longest overdue first. Once a day, over several runs, compares every unfinished list
 * row with its ledger. A failure does not block the others.
 */
export const makeSweep =
  ({ watch, clock }: Deps, steps: Steps) =>
  async (): Promise<SweepReport> => {
    const report = await lookAtDue({ watch, clock }, steps);
    await regroup({ watch, clock }, steps);
    await writeWords({ watch, clock }, steps);
    await compareAll({ watch, clock }, steps);
    return report;
  };

async function lookAtDue({ watch, clock }: Deps, steps: Steps): Promise<SweepReport> {
  const report = { seen: 0, unseen: 0, stuck: [] as string[] };
  const due = inBatches(watch.overdue(clock.now().toISOString()));
  for await (const batch of due) {
    const found = await Promise.all(batch.map(({ id }) => look(id, steps)));
    report.seen += batch.length;
    report.unseen += found.filter((each) => each === 'unseen').length;
    report.stuck.push(...batch.flatMap(({ id }, index) => (found[index] === 'stuck' ? id : [])));
    if (!steps.hasTime.overdue()) break;
  }
  return report;
}

/** Retries once, so that only persistent faults are reported. */
const look = (id: string, { repair, onFault }: Steps): Promise<Repaired> =>
  repair(id)
    .catch(() => repair(id))
    .catch((fault: unknown) => {
      onFault(id, fault);
      return 'stuck' as const;
    });

/** One-time pass over rows of earlier releases; afterwards each group is a single query. */
async function regroup({ watch, clock }: Deps, { hasTime }: Steps): Promise<void> {
  const state = (await watch.pass('regroup')) ?? begun(clock);
  if (state.isOver) return;
  for await (const after of watch.regroup(state.after))
    if (!hasTime.regroup()) return watch.savePass('regroup', { ...state, after });
  await watch.savePass('regroup', { ...state, isOver: true });
}

/** One-time pass that adds search words to rows of earlier releases, from their ledgers. */
async function writeWords(deps: Deps, steps: Steps): Promise<void> {
  const { watch, clock } = deps;
  const state = (await watch.pass('words')) ?? begun(clock);
  if (state.isOver) return;
  for await (const batch of inBatches(watch.all(state.after))) {
    const without = batch.filter(({ hasWords }) => !hasWords);
    await Promise.all(without.map((row) => compareOrMakeDue(row, deps, steps)));
    const after = batch.at(-1)?.place;
    if (after && !steps.hasTime.words()) return watch.savePass('words', { ...state, after });
  }
  await watch.savePass('words', { ...state, isOver: true });
}

async function compareAll({ watch, clock }: Deps, steps: Steps): Promise<void> {
  const state = current(await watch.pass('compare'), clock);
  if (!state) return;
  for await (const batch of inBatches(watch.unfinished(state.after))) {
    await Promise.all(batch.map((row) => compareOne(row, { watch, clock }, steps)));
    const after = batch.at(-1)?.place;
    if (after && !steps.hasTime.compare()) return watch.savePass('compare', { ...state, after });
  }
  await watch.savePass('compare', { ...state, isOver: true });
}

async function compareOne(row: ListedState, deps: Deps, steps: Steps): Promise<void> {
  if (!row.isCurrent) await noteEarlierRelease('regroup', deps);
  if (!row.hasWords) await noteEarlierRelease('words', deps);
  await compareOrMakeDue(row, deps, steps);
}

/** A row whose ledger cannot be read is made due, so that every sweep checks it. */
async function compareOrMakeDue(
  row: ListedState,
  { watch, clock }: Deps,
  { compare, onFault }: Steps,
): Promise<void> {
  await compare(row).catch(async (fault: unknown) => {
    onFault(row.id, fault);
    await watch.makeDue(row.id, clock.now().toISOString());
  });
}

/** Rows without groups or words mean that an earlier release ran again: restarts the pass. */
async function noteEarlierRelease(name: PassName, { watch, clock }: Deps): Promise<void> {
  if ((await watch.pass(name))?.isOver) await watch.savePass(name, begun(clock));
}

const begun = (clock: Ports['clock']): PassState => ({ startedAt: clock.now().toISOString() });

/** The unfinished pass, or a new one if the last began a day ago. */
function current(last: PassState | undefined, clock: Ports['clock']): PassState | undefined {
  if (!last) return begun(clock);
  if (!last.isOver) return last;
  const age = clock.now().getTime() - Date.parse(last.startedAt);
  return age < DAY_MS - EARLY_MS ? undefined : begun(clock);
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    if (batch.push(item) < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
