import type * as z from 'zod';
import type { DiscardedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { discard } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { changeSeen } from '../access/change-own.ts';
import type { SenderRequest } from '../sender-request.ts';

/** Deletes a draft; it is unknown from then on. */
export const makeDiscard =
  (ports: Pick<Ports, 'ledger' | 'clock'>) =>
  async (request: SenderRequest): Promise<z.input<typeof DiscardedAnswer>> => {
    const { id } = await changeSeen(ports, request, discard);
    return { id };
  };
