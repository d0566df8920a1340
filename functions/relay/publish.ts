import type { EventType } from '../../shared/contract/event-types.ts';
import { isListed } from '../../shared/contract/followers.ts';
import { dueAt } from '../../shared/domain/envelope/due.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { Ledger } from '../../shared/ports/ledger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { ArchiveCompleted } from './archive-completed.ts';
import { eventOf } from './event-of.ts';
import type { Project } from './project.ts';

interface PublishOptions {
  readonly onPublished?: (type: EventType) => void;
  /** Undefined without an archive. */
  readonly archive?: ArchiveCompleted | undefined;
}

/**
 * Publishes a ledger entry: list, public record and bus. Idempotent, since the stream may deliver an entry
 * twice.
 */
export function makePublish(
  { ledger, bus }: Pick<Ports, 'ledger' | 'bus'>,
  project: Project,
  { onPublished = () => undefined, archive }: PublishOptions = {},
) {
  const projectOnce = onceEachState(project);
  const entriesAround = readOnce(ledger);
  return async (entry: Entry): Promise<void> => {
    const entries = await entriesAround(entry);
    const envelope = folded(entries);
    if (entry.type === 'completed') await archive?.(envelope, entries);
    if (isListed(entry.type) || movesList(entry, entries)) await projectOnce(envelope);
    const event = eventOf(entry, envelope, archive !== undefined);
    if (!event) return;
    await bus.publish([event]);
    onPublished(event.type);
  };
}

/** Caches the last ledger read: a batch usually has several entries of one envelope. */
function readOnce(ledger: Pick<Ledger, 'entries'>) {
  let read: readonly Entry[] = [];
  return async ({ envelopeId, seq }: Entry): Promise<readonly Entry[]> => {
    const known = read;
    if (known[seq]?.envelopeId === envelopeId) return known;
    const entries = await ledger.entries(envelopeId);
    read = entries;
    return entries;
  };
}

/** Writes each state once, although several entries of a batch may share it. */
function onceEachState(project: Project): Project {
  let written = '';
  return async (envelope) => {
    const state = `${envelope.id} ${envelope.seq}`;
    if (state === written) return;
    await project(envelope);
    written = state;
  };
}

/** Whether the entry changes the list row, `dueAt` included. */
function movesList({ seq }: Entry, entries: readonly Entry[]): boolean {
  const [before, after] = [seq, seq + 1].map((end) => shown(entries.slice(0, end)));
  return before !== after;
}

function shown(entries: readonly Entry[]): string {
  const envelope = folded(entries);
  const { updatedAt: _, ...summary } = summaryOf(envelope);
  return JSON.stringify({ ...summary, dueAt: dueAt(envelope) });
}
