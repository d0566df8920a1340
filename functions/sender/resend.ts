import { resend } from '../../shared/domain/steering.ts';
import type { ChangeOwn } from './change-own.ts';
import type { SenderRequest } from './sender-request.ts';

/** A new link; the earlier links and codes are void, and a locked party is unlocked. */
export const makeResend = (changeOwn: ChangeOwn) => (request: SenderRequest) =>
  changeOwn(request, (envelope, actor, now) =>
    resend(envelope, request.path.party ?? '', actor, now),
  );
