import { unlessUnknown } from '../../shared/domain/errors.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { stalled } from '../../shared/domain/transitions/stalling.ts';
import type { Ports } from '../../shared/ports/ports.ts';

/**
 * An execution ended too early: the envelope's sender sees at once that it stands still. The sweep
 * starts a further one; not here, where one that fails at once would be started for ever.
 */
export const makeNoticeEnd =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>) =>
  async (executionName: string): Promise<void> => {
    const [envelopeId = '', execution = '1'] = executionName.split('-');
    await ledger
      .change(envelopeId, bySystem('sweep', clock.now()), (current) =>
        stalled(current, Number(execution)),
      )
      .catch(unlessUnknown);
  };
