import type { InviteResult, InviteTask } from '../../shared/contract/tasks.ts';
import { isEnded } from '../../shared/domain/envelope/envelope.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { expired } from '../../shared/domain/transitions/workflow-steps.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Task = Extract<InviteTask, { operation: 'expire' }>;

/**
 * Ends the envelope at its deadline. Returns `signed` if the last signature came first; throws if this clock
 * is behind the workflow's, so that the task is retried.
 */
export const makeExpire =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>) =>
  async ({ envelopeId }: Task): Promise<InviteResult> => {
    const by = bySystem('invite', clock.now());
    const envelope = await ledger.change(envelopeId, by, (current) => expired(current, by.now));
    if (isEnded(envelope)) return { outcome: 'ended' };
    if (envelope.status === 'signed') return { outcome: 'signed' };
    throw new Error(`${envelopeId}: too early to expire`);
  };
