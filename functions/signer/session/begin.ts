import type * as z from 'zod';
import type { BegunAnswer } from '../../../shared/contract/signer.ts';
import type { Employee } from '../../../shared/domain/envelope/employee.ts';
import type { Envelope, PartyState } from '../../../shared/domain/envelope/envelope.ts';
import { isEnvelopeId } from '../../../shared/domain/envelope/envelope-id.ts';
import { isOwner } from '../../../shared/domain/envelope/is-owner.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { handleOf, secretSha256 } from '../../../shared/domain/secrets/secret.ts';
import { isSameAddress } from '../../../shared/domain/text/mail-address.ts';
import { isPastDeadline, onTurnInTime, open } from '../../../shared/domain/transitions/signing.ts';
import type { Link } from '../../../shared/ports/access.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SignerRequest } from '../signer-request.ts';
import { partyActor } from './ceremony.ts';
import { changeByLink } from './change-by-link.ts';
import { linkParty } from './link-party.ts';
import { sessionCookie } from './session-cookie.ts';
import { type SessionPorts, sessionFor } from './session-for.ts';

type Deps = SessionPorts & Pick<Ports, 'ledger'>;
type Answer = Promise<{ readonly answer: z.output<typeof BegunAnswer>; readonly cookie: string }>;

export interface OwnRequest extends SignerRequest {
  readonly employee: Employee;
}

/**
 * Gives the employee who sent an envelope, and whose own turn it is, an unconfirmed session, as her link
 * would: her sign-in vouches for the very address that her link and her codes go to.
 */
export const makeBegin =
  (ports: Deps) =>
  async (request: OwnRequest): Answer => {
    const now = ports.clock.now();
    const { employee, path } = request;
    const envelope = await sentBy(ports.ledger, employee, path.id ?? '');
    const { id: party, round } = ownTurn(envelope, employee, now);
    const link = { envelopeId: envelope.id, party, round };
    const handle = ownHandle(link);
    const { secret } = await sessionFor(ports, request, handle, link);
    const actor = partyActor(party, request);
    await changeByLink(ports.ledger, { link, actor, now }, (current) => {
      ownTurn(current, employee, now);
      return open(current, party);
    });
    return { answer: { handle }, cookie: sessionCookie(handle, secret) };
  };

/** To others, administrators too, it is unknown: nobody begins a ceremony in somebody else's name. */
async function sentBy(
  ledger: Pick<Ports['ledger'], 'load'>,
  { subject }: Employee,
  id: string,
): Promise<Envelope> {
  if (!isEnvelopeId(id)) throw new Refusal('envelope_unknown');
  const envelope = await ledger.load(id);
  if (envelope.owner.subject !== subject || envelope.status === 'draft')
    throw new Refusal('envelope_unknown');
  return envelope;
}

/** The party that the employee is, once her turn has come. */
function ownTurn(envelope: Envelope, employee: Employee, now: Date): PartyState {
  const own = envelope.parties.filter((party) => isSelf(envelope, party, employee));
  const party = own.find(({ signature }) => !signature) ?? own[0];
  if (!party) throw new Refusal('party_unknown');
  if (!employee.emailVerified) throw new Refusal('address_not_verified');
  linkParty(envelope, { envelopeId: envelope.id, party: party.id, round: party.round }, now);
  if (envelope.status === 'preparing' && !isPastDeadline(envelope, now))
    throw new Refusal('document_not_ready');
  return onTurnInTime(envelope, party.id, now).party;
}

/** By her present address too: the one that the envelope was made with may be somebody else's by now. */
const isSelf = (envelope: Envelope, party: PartyState, { email }: Employee): boolean =>
  isOwner(envelope, party) &&
  party.channel.kind === 'email' &&
  isSameAddress(party.channel.address, email);

/** The same each time, so that a browser holds one session of it; a new round has another. */
const ownHandle = ({ envelopeId, party, round }: Link): string =>
  handleOf(secretSha256(`own#${envelopeId}#${party}#${round}`));
