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
 * Gives an employee whose own turn it is an unconfirmed session without a link: the sign-in proves the
 * address to which link and codes are sent.
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

/**
 * Unknown to other employees, administrators included, so that nobody starts a ceremony in another's name.
 */
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

/** The employee's party, once it is its turn. */
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

/** Also compares the token's current address: the owner's address in the ledger may have been reassigned. */
const isSelf = (envelope: Envelope, party: PartyState, { email }: Employee): boolean =>
  isOwner(envelope, party) &&
  party.channel.kind === 'email' &&
  isSameAddress(party.channel.address, email);

/** Stable, so that a browser has one session per party and round. */
const ownHandle = ({ envelopeId, party, round }: Link): string =>
  handleOf(secretSha256(`own#${envelopeId}#${party}#${round}`));
