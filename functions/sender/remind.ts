import { remind } from '../../shared/domain/steering.ts';
import type { ChangeOwn } from './change-own.ts';
import type { SenderRequest } from './sender-request.ts';

/** One more message with a further link; the earlier links stay good. */
export const makeRemind = (changeOwn: ChangeOwn) => (request: SenderRequest) =>
  changeOwn(request, (envelope, actor, now) =>
    remind(envelope, request.path.party ?? '', actor, now),
  );
