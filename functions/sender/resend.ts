import { resend } from '../../shared/domain/steering.ts';
import type { SenderRequest } from './sender-request.ts';
import type { SteerParty } from './steer-party.ts';

/** A new link; the earlier links and codes are void, and a locked party is unlocked. */
export const makeResend = (steerParty: SteerParty) => (request: SenderRequest) =>
  steerParty(request, (envelope, now) => resend(envelope, request.path.party ?? '', now));
