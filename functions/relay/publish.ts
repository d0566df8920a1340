import type { EventType } from '../../shared/contract/events.ts';
import { isListed } from '../../shared/contract/followers.ts';
import { folded } from '../../shared/domain/envelope.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import { summaryOf } from '../../shared/domain/summary.ts';
import type { Ports } from '../../shared/ports.ts';
import type { ArchiveCompleted } from './archive-completed.ts';
import { eventOf } from './event-of.ts';
import type { Project } from './project.ts';

interface PublishOptions {
  readonly onPublished?: (type: EventType) => void;
  /** Undefined where nothing is archived. */
  readonly archive?: ArchiveCompleted | undefined;
}

/**
 * Tells of one entry of the ledger: in the list and the public record, and on the bus. The stream may
 * bring an entry twice, so each step may be taken twice without harm.
 */
export const makePublish =
  (
    { ledger, bus }: Pick<Ports, 'ledger' | 'bus'>,
    project: Project,
    { onPublished = () => undefined, archive }: PublishOptions = {},
  ) =>
  async (entry: Entry): Promise<void> => {
    const entries = await ledger.entries(entry.envelopeId);
    const envelope = folded(entries);
    if (entry.type === 'completed') await archive?.(envelope, entries);
    if (isListed(entry.type) || movesList(entry, entries)) await project(envelope);
    const event = eventOf(entry, envelope, archive !== undefined);
    if (!event) return;
    await bus.publish([event]);
    onPublished(event.type);
  };

/** Whoever opens a link can be reached after all: what failed to reach them is shown no longer. */
function movesList({ seq }: Entry, entries: readonly Entry[]): boolean {
  const [before, after] = [seq, seq + 1].map((end) => shown(entries.slice(0, end)));
  return before !== after;
}

function shown(entries: readonly Entry[]): string {
  const { updatedAt: _, ...summary } = summaryOf(folded(entries));
  return JSON.stringify(summary);
}
