import type * as z from 'zod';
import type { ContactInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { partyOf } from '../../../shared/domain/envelope/envelope.ts';
import { correctContact, remind, resend } from '../../../shared/domain/transitions/sender-acts.ts';
import type { SenderRequest } from '../sender-request.ts';
import { textMessagesTo } from '../texts/text-messages.ts';
import type { SteerParty } from './steer-party.ts';

/** Sends a reminder with another link; earlier links stay valid. */
export const makeRemind = (steerParty: SteerParty) => (request: SenderRequest) =>
  steerParty(request, (envelope, now) => remind(envelope, request.path.party ?? '', now));

/** Sends a new link; earlier links and codes become void, a locked party is unlocked. */
export const makeResend = (steerParty: SteerParty) => (request: SenderRequest) =>
  steerParty(request, (envelope, now) => resend(envelope, request.path.party ?? '', now));

type Request = SenderRequest<z.output<typeof ContactInput>>;

/** Corrects the contact of a party that has not signed; links sent to the earlier one become void. */
export const makeCorrect =
  (steerParty: SteerParty, { SMS_COUNTRIES }: { SMS_COUNTRIES: readonly string[] }) =>
  async (request: Request) => {
    const { channel } = request.body;
    const assertTextable = await textMessagesTo(SMS_COUNTRIES);
    return steerParty(
      request,
      (envelope, now) => {
        const { id, name } = partyOf(envelope, request.path.party ?? '');
        assertTextable([{ name, channel }]);
        return correctContact(envelope, id, channel, now);
      },
      channel,
    );
  };
