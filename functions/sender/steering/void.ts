import type * as z from 'zod';
import type { VoidInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { stop } from '../../../shared/domain/transitions/sender-acts.ts';
import type { ChangeOwn } from '../access/change-own.ts';
import type { SenderRequest } from '../sender-request.ts';

/** Voids an envelope that has not ended; the signers are notified. */
export const makeVoid =
  (changeOwn: ChangeOwn) => (request: SenderRequest<z.output<typeof VoidInput>>) =>
    changeOwn(request, (envelope) => stop(envelope, request.body.reason));
