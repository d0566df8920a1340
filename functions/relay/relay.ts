import type { Envelope } from '../../shared/domain/envelope.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import type { Ports } from '../../shared/ports.ts';
import { eventOf } from './event-of.ts';
import type { Project } from './project.ts';
import { endAllWaits, endWait, writeAgain } from './steer.ts';

type Needed = Pick<Ports, 'ledger' | 'access' | 'workflow' | 'bus'>;

/**
 * Carries one entry of the ledger on: to the workflow, to the list and the public record, to the bus.
 * The stream may bring an entry twice, so each step may be taken twice without harm.
 */
export const makeRelay =
  (ports: Needed, project: Project) =>
  async (entry: Entry): Promise<void> => {
    const envelope = await ports.ledger.load(entry.envelopeId);
    await steer(ports, entry, envelope);
    await project(envelope);
    const event = eventOf(entry, envelope);
    if (event) await ports.bus.publish([event]);
  };

async function steer(ports: Needed, entry: Entry, envelope: Envelope): Promise<void> {
  const { envelopeId, seq } = entry;
  switch (entry.type) {
    case 'sent':
      return ports.workflow.start(envelopeId);
    case 'signed':
      return endWait(ports, envelopeId, entry.data.party, 'signed');
    case 'reminded':
    case 're-sent':
    case 'contact.corrected':
      return writeAgain(ports, envelopeId, entry.data.party, seq);
    case 'voided':
      await ports.workflow.start(envelopeId);
      return endAllWaits(ports, envelope);
    case 'declined':
    case 'expired':
    case 'failed':
      return endAllWaits(ports, envelope);
  }
}
