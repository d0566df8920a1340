import type { EventType } from '../../shared/contract/events.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import type { Ports } from '../../shared/ports.ts';
import { eventOf } from './event-of.ts';
import type { Project } from './project.ts';

/**
 * Tells of one entry of the ledger: in the list and the public record, and on the bus. The stream may
 * bring an entry twice, so each step may be taken twice without harm.
 */
export const makePublish =
  (
    { ledger, bus }: Pick<Ports, 'ledger' | 'bus'>,
    project: Project,
    onPublished: (type: EventType) => void = () => undefined,
  ) =>
  async (entry: Entry): Promise<void> => {
    const envelope = await ledger.load(entry.envelopeId);
    await project(envelope);
    const event = eventOf(entry, envelope);
    if (!event) return;
    await bus.publish([event]);
    onPublished(event.type);
  };
