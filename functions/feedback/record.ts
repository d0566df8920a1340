import { contactsOf, roundReached } from '../../shared/domain/envelope/undelivered.ts';
import { ignoreUnknown } from '../../shared/domain/errors.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { deliveryFailed } from '../../shared/domain/transitions/workflow-steps.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Outcome, Report } from './report.ts';

/** Records a delivery report in the ledger. Idempotent. */
export const makeRecord =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>) =>
  async ({ envelopeId, contact, ...facts }: Report): Promise<Outcome> => {
    const entries = await ledger.entries(envelopeId).catch(ignoreUnknown);
    if (!entries) return 'not ours';
    const round = facts.round ?? roundReached(contactsOf(entries, facts.to), contact ?? '');
    const failure = { ...facts, ...(round !== undefined && { round }) };
    let isNew = false;
    await ledger.change(envelopeId, bySystem('feedback', clock.now()), (current) => {
      const decision = deliveryFailed(current, failure);
      isNew = decision !== undefined;
      return decision;
    });
    return isNew ? 'recorded' : 'nothing to do';
  };
