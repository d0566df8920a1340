import { ignoreUnknown } from '../../shared/domain/errors.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { stalled } from '../../shared/domain/transitions/stalling.ts';
import type { Ports } from '../../shared/ports/ports.ts';

/**
 * Records that an execution ended too early. Restarting is left to the sweep, so that an execution that fails
 * at once cannot loop.
 */
export const makeNoticeEnd =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>) =>
  async (executionName: string): Promise<void> => {
    const [envelopeId = '', execution = '1'] = executionName.split('-');
    await ledger
      .change(envelopeId, bySystem('sweep', clock.now()), (current) =>
        stalled(current, Number(execution)),
      )
      .catch(ignoreUnknown);
  };
