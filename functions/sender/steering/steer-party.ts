import { partyOf } from '../../../shared/domain/envelope/envelope.ts';
import type { Channel } from '../../../shared/domain/envelope/party.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { ChangeOwn } from '../access/change-own.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { CountTexts } from '../texts/count-texts.ts';

export type SteerParty = (
  request: SenderRequest,
  decide: Parameters<ChangeOwn>[1],
  channel?: Channel,
) => ReturnType<ChangeOwn>;

/** As `changeOwn`, for acts that cause a message to the party, through `channel` or the party's own. */
export const makeSteerParty =
  ({ ledger }: Pick<Ports, 'ledger'>, changeOwn: ChangeOwn, countTexts: CountTexts): SteerParty =>
  async (request, decide, channel) => {
    const party = partyOf(await ownEnvelope(ledger, request), request.path.party ?? '');
    return countTexts(request.caller, [channel ?? party.channel], () => changeOwn(request, decide));
  };
