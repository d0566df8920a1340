import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Project } from './project.ts';
import { restart } from './recover-execution.ts';
import { endAllWaits, endWait, requestMessage } from './steer.ts';

type Deps = Pick<Ports, 'ledger' | 'taskTokens' | 'workflow' | 'clock'>;

/**
 * Carries a ledger entry to the workflow. Idempotent, since the stream may deliver an entry twice. Also
 * writes list and public record, because the bus may delay `publish`; failures of that are left to `publish`.
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
      return restartIfStalled(ports, envelope);
    case 'reminded':
    case 're-sent':
    case 'contact.corrected':
      await requestMessage(ports, envelopeId, entry.data.party, seq);
      return restartIfStalled(ports, envelope);
    case 'voided':
      await ports.workflow.start(envelopeId);
      await endAllWaits(ports, envelope);
      return restartIfStalled(ports, envelope);
    case 'declined':
    case 'expired':
    case 'failed':
      await endAllWaits(ports, envelope);
      return restartIfStalled(ports, envelope);
  }
}

/** An act on a stalled envelope restarts it without waiting for the sweep. */
async function restartIfStalled(ports: Deps, { id, stalledAt }: Envelope): Promise<void> {
  if (stalledAt) await restart(ports, id);
}
