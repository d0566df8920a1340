import { remind } from '../../shared/domain/steering.ts';
import type { SenderRequest } from './sender-request.ts';
import type { SteerParty } from './steer-party.ts';

/** One more message with a further link; the earlier links stay good. */
export const makeRemind = (steerParty: SteerParty) => (request: SenderRequest) =>
  steerParty(request, (envelope, now) => remind(envelope, request.path.party ?? '', now));
