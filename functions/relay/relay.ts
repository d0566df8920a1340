import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Project } from './project.ts';
import { restart } from './revive.ts';
import { endAllWaits, endWait, writeAgain } from './steer.ts';

type Deps = Pick<Ports, 'ledger' | 'taskTokens' | 'workflow' | 'clock'>;

/**
 * Carries one entry of the ledger on to the workflow. The stream may bring an entry twice, so it may be
 * carried twice without harm. List and public record are written as well, since the bus may hold
 * `publish` up; what fails of that is for `publish` to try again, and stops no envelope.
 */
export const makeRelay =
  (ports: Deps, project: Project) =>
  async (entry: Entry): Promise<void> => {
    const envelope = await ports.ledger.load(entry.envelopeId);
    await steer(ports, entry, envelope);
    await project(envelope).catch(() => undefined);
  };

async function steer(ports: Deps, entry: Entry, envelope: Envelope): Promise<void> {
  const { envelopeId, seq } = entry;
  switch (entry.type) {
    case 'sent':
      return ports.workflow.start(envelopeId);
    case 'restarted':
      return ports.workflow.start(envelopeId, entry.data.execution);
    case 'signed':
      await endWait(ports, envelopeId, entry.data.party, 'signed');
      return goOn(ports, envelope);
    case 'reminded':
    case 're-sent':
    case 'contact.corrected':
      await writeAgain(ports, envelopeId, entry.data.party, seq);
      return goOn(ports, envelope);
    case 'voided':
      await ports.workflow.start(envelopeId);
      await endAllWaits(ports, envelope);
      return goOn(ports, envelope);
    case 'declined':
    case 'expired':
    case 'failed':
      await endAllWaits(ports, envelope);
      return goOn(ports, envelope);
  }
}

/** Whoever acts on an envelope that stands still need not wait for the sweep. */
async function goOn(ports: Deps, { id, stalledAt }: Envelope): Promise<void> {
  if (stalledAt) await restart(ports, id);
}
