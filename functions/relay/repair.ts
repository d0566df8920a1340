import { type Envelope, folded, isEnded } from '../../shared/domain/envelope.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import type { PartyId } from '../../shared/domain/party.ts';
import { purgeAt } from '../../shared/domain/retention.ts';
import { executionOf } from '../../shared/domain/stalling.ts';
import type { Ports } from '../../shared/ports.ts';
import type { Project } from './project.ts';
import { isHeldUp, noteRedrive, revive } from './revive.ts';
import { AGAIN, endAllWaits, endWait, hasExecution, writeAgain } from './steer.ts';

type Needed = Pick<Ports, 'ledger' | 'access' | 'workflow' | 'clock'>;

/** An hour: the workflow may be about to purge. */
const PURGE_GRACE_MS = 3_600_000;

/**
 * Brings workflow, list and public record to where the ledger is, with a further execution if need be.
 * Answers false if a person must look.
 */
export const makeRepair =
  (ports: Needed, project: Project) =>
  async (envelopeId: string): Promise<boolean> => {
    const entries = await ports.ledger.entries(envelopeId);
    const envelope = folded(entries);
    await project(envelope);
    if (!hasExecution(envelope) || envelope.status === 'purged') return true;
    const execution = executionOf(envelope);
    const status = await ports.workflow.status(envelopeId, execution);
    if (status === 'none') await ports.workflow.start(envelopeId, execution);
    if (status === 'failed') return revive(ports, envelope);
    if (status === 'ended')
      return (await isPurgedByNow(ports, envelopeId)) || revive(ports, envelope);
    if (status === 'running') {
      await noteRedrive(ports, envelope);
      await endForgottenWaits(ports, envelope, entries);
    }
    return !isOverdue(envelope, ports) && !isHeldUp(envelope, ports.clock.now());
  };

/** An execution that has just ended has just purged. */
const isPurgedByNow = async ({ ledger }: Needed, envelopeId: string): Promise<boolean> =>
  (await ledger.load(envelopeId)).status === 'purged';

/** What the relay does with each entry, done again: each step that was taken changes nothing. */
async function endForgottenWaits(
  ports: Needed,
  envelope: Envelope,
  entries: readonly Entry[],
): Promise<void> {
  if (isEnded(envelope)) return endAllWaits(ports, envelope);
  for (const party of envelope.parties) {
    if (party.signature) await endWait(ports, envelope.id, party.id, 'signed');
    else await writeAgainAfterLast(ports, party.id, entries);
  }
}

async function writeAgainAfterLast(
  ports: Needed,
  party: PartyId,
  entries: readonly Entry[],
): Promise<void> {
  const last = entries.findLast(
    ({ type, data }) => AGAIN.includes(type) && 'party' in data && data.party === party,
  );
  if (last) await writeAgain(ports, last.envelopeId, party, last.seq);
}

/** Past the hour of its purge, or long past its deadline, and nothing happened. */
function isOverdue(envelope: Envelope, { clock }: Needed): boolean {
  const due =
    purgeAt(envelope) ??
    ('deadline' in envelope && envelope.status !== 'signed' ? envelope.deadline : undefined);
  return due !== undefined && clock.now().getTime() > Date.parse(due) + PURGE_GRACE_MS;
}
