import type * as z from 'zod';
import type { ContactInput } from '../../shared/contract/sender.ts';
import { partyOf } from '../../shared/domain/envelope.ts';
import { correctContact } from '../../shared/domain/steering.ts';
import type { SenderRequest } from './sender-request.ts';
import type { SteerParty } from './steer-party.ts';
import { textMessagesTo } from './text-messages.ts';

type Request = SenderRequest<z.output<typeof ContactInput>>;

/** Another address or number for a party that has not signed; links sent to the earlier one are void. */
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
