import type * as z from 'zod';
import type { ContactInput } from '../../shared/contract/sender.ts';
import { partyOf } from '../../shared/domain/envelope.ts';
import { correctContact } from '../../shared/domain/steering.ts';
import type { ChangeOwn } from './change-own.ts';
import type { SenderRequest } from './sender-request.ts';
import { assertTextable } from './text-messages.ts';

type Request = SenderRequest<z.output<typeof ContactInput>>;

/** Another address or number for a party that has not signed; links sent to the earlier one are void. */
export const makeCorrect =
  (changeOwn: ChangeOwn, { SMS_COUNTRIES }: { SMS_COUNTRIES: readonly string[] }) =>
  (request: Request) =>
    changeOwn(request, (envelope, actor, now) => {
      const { id, name } = partyOf(envelope, request.path.party ?? '');
      const { channel } = request.body;
      assertTextable([{ name, channel }], SMS_COUNTRIES);
      return correctContact(envelope, id, channel, actor, now);
    });
