import type { Envelope, PartyState } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Actor } from '../../../shared/domain/ledger/ledger.ts';
import { secretSha256 } from '../../../shared/domain/secrets/secret.ts';
import type { Link, Session } from '../../../shared/ports/access.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SignerRequest } from '../signer-request.ts';
import { linkParty } from './link-party.ts';
import { cookieName, SESSION_SECONDS } from './session-cookie.ts';

/** A request with its session and ceremony, found before the body is read. */
export interface CeremonyRequest<Body = unknown> extends SignerRequest<Body> {
  readonly ceremony: Ceremony;
}

/** A party's ceremony at the time of a request. */
export interface Ceremony {
  readonly handle: string;
  readonly envelope: Envelope;
  readonly party: PartyState;
  readonly link: Link;
  readonly session: Session;
  /** Key of the session's row; never leaves this function. */
  readonly sessionSha256: string;
  readonly actor: Actor;
  readonly now: Date;
}

type Asking = Omit<SignerRequest, 'body'>;

/**
 * Finds the ceremony of the request's session cookie. Throws `session_missing`, `session_expired`,
 * `link_invalid` or `document_removed`.
 */
export const makeFindCeremony =
  ({ sessions, ledger, clock }: Pick<Ports, 'sessions' | 'ledger' | 'clock'>) =>
  async (request: Asking): Promise<Ceremony> => {
    const now = clock.now();
    const handle = request.path.handle ?? '';
    const { session, sessionSha256 } = await openSession(sessions, request, handle, now);
    const envelope = await ledger.load(session.envelopeId);
    const party = linkParty(envelope, session, now);
    const link = { envelopeId: envelope.id, party: party.id, round: party.round };
    const actor = partyActor(party.id, request);
    return { handle, envelope, party, link, session, sessionSha256, actor, now };
  };

async function openSession(
  sessions: Ports['sessions'],
  { cookies }: Asking,
  handle: string,
  now: Date,
): Promise<{ session: Session; sessionSha256: string }> {
  const secret = cookies[cookieName(handle)];
  if (!secret) throw new Refusal('session_missing');
  const sessionSha256 = secretSha256(secret);
  const session = await sessions.find(sessionSha256);
  if (!session) throw new Refusal('session_missing');
  if (isOver(session, now)) throw new Refusal('session_expired');
  return { session, sessionSha256 };
}

export const isOver = (session: Session, now: Date): boolean =>
  now.getTime() >= Date.parse(session.createdAt) + SESSION_SECONDS * 1000;

export const partyActor = (
  party: string,
  { address, agent }: Pick<SignerRequest, 'address' | 'agent'>,
): Actor => ({ kind: 'party', party, ...(address && { address }), ...(agent && { agent }) });
