import { type Envelope, isEnded } from '../../shared/domain/envelope/envelope.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import type { PartyId } from '../../shared/domain/envelope/party.ts';
import { purgeAt } from '../../shared/domain/envelope/retention.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { executionOf } from '../../shared/domain/transitions/stalling.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Project } from './project.ts';
import { isStuck, noteRedrive, recoverExecution } from './recover-execution.ts';
import { endAllWaits, endWait, hasExecution, MESSAGE_REQUESTS, requestMessage } from './steer.ts';

type Deps = Pick<Ports, 'ledger' | 'taskTokens' | 'workflow' | 'clock'>;

/** An hour, since the workflow may be about to purge. */
const PURGE_GRACE_MS = 3_600_000;

/** `unseen`: a service did not respond. `stuck`: needs an operator. */
export type Repaired = 'sound' | 'unseen' | 'stuck';

/**
 * Brings workflow, list and public record in line with the ledger, restarting the execution if necessary.
 * First notes the check in the list, so that an envelope that cannot be repaired does not come first again.
 */
export const makeRepair =
  (ports: Deps, project: Project, isPassing: (fault: unknown) => boolean) =>
  async (envelopeId: string): Promise<Repaired> => {
    const entries = await ports.ledger.entries(envelopeId);
    const envelope = folded(entries);
    const now = ports.clock.now();
    await project(envelope, now);
    if (!hasExecution(envelope) || envelope.status === 'purged') return 'sound';
    const isLate = isOverdue(envelope, now) || isStuck(envelope, now);
    try {
      return (await repairExecution(ports, envelope, entries)) && !isLate ? 'sound' : 'stuck';
    } catch (fault) {
      if (isLate || !isPassing(fault)) throw fault;
      return 'unseen';
    }
  };

/** False if an operator is needed. */
async function repairExecution(
  ports: Deps,
  envelope: Envelope,
  entries: readonly Entry[],
): Promise<boolean> {
  const { id } = envelope;
  const execution = executionOf(envelope);
  const status = await ports.workflow.status(id, execution);
  if (status === 'none') await ports.workflow.start(id, execution);
  if (status === 'failed') return recoverExecution(ports, envelope);
  if (status === 'ended')
    return (await isPurgedByNow(ports, id)) || recoverExecution(ports, envelope);
  if (status === 'running') {
    await noteRedrive(ports, envelope);
    await endForgottenWaits(ports, envelope, entries);
  }
  return true;
}

/** The workflow may have purged since the envelope was loaded. */
const isPurgedByNow = async ({ ledger }: Deps, envelopeId: string): Promise<boolean> =>
  (await ledger.load(envelopeId)).status === 'purged';

/** Repeats what the relay does per entry. Idempotent. */
async function endForgottenWaits(
  ports: Deps,
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
  ports: Deps,
  party: PartyId,
  entries: readonly Entry[],
): Promise<void> {
  const last = entries.findLast(
    ({ type, data }) => MESSAGE_REQUESTS.includes(type) && 'party' in data && data.party === party,
  );
  if (last) await requestMessage(ports, last.envelopeId, party, last.seq);
}

/** An hour past its purge, or long past its deadline, without any change. */
function isOverdue(envelope: Envelope, now: Date): boolean {
  const due =
    purgeAt(envelope) ??
    ('deadline' in envelope && envelope.status !== 'signed' ? envelope.deadline : undefined);
  return due !== undefined && now.getTime() > Date.parse(due) + PURGE_GRACE_MS;
}
