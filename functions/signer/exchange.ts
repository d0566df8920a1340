import type * as z from 'zod';
import type { ExchangeAnswer, ExchangeInput } from '../../shared/contract/signer.ts';
import type { Envelope } from '../../shared/domain/envelope.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { handleOf, SECRET_BYTES, secretFrom, secretSha256 } from '../../shared/domain/secret.ts';
import { open } from '../../shared/domain/signing.ts';
import { type Count, counted } from '../../shared/limits/counted.ts';
import type { Link, Ports, Session } from '../../shared/ports.ts';
import { isOver, partyActor } from './ceremony.ts';
import { changeByLink } from './change-by-link.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';
import { documentOf } from './document.ts';
import { linkParty } from './link-party.ts';
import { cookieName, SESSION_SECONDS, sessionCookie } from './session-cookie.ts';
import type { SignerRequest } from './signer-request.ts';

type Request = SignerRequest<z.output<typeof ExchangeInput>>;
type Needed = Pick<Ports, 'access' | 'ledger' | 'presigned' | 'clock' | 'random' | 'counters'>;

/**
 * Gives a link's bearer an unconfirmed session. The link is not used up: a mail scanner that opens it
 * takes nothing away, and a page that is loaded again keeps its session.
 */
export const makeExchange =
  (ports: Needed, describe: DescribeCeremony) =>
  async (request: Request): Promise<{ answer: ExchangeAnswer; cookie: string }> => {
    const now = ports.clock.now();
    const linkSha256 = secretSha256(request.body.link);
    const handle = handleOf(linkSha256);
    const link = await ports.access.findLink(linkSha256);
    if (!link) throw new Refusal('link_invalid');
    const found = await loadLinked(ports, link);
    const party = linkParty(found, link, now);
    const { secret, session } =
      (await present(ports, request, handle, link)) ?? (await begin(ports, link, now));
    const actor = partyActor(party.id, request);
    const envelope = await changeByLink(ports.ledger, { link, now }, (current) =>
      open(current, party.id, actor, now),
    );
    const sessionSha256 = secretSha256(secret);
    const ceremony = {
      handle,
      envelope,
      party: linkParty(envelope, link, now),
      link,
      session,
      sessionSha256,
      actor,
      now,
    };
    const document = await documentOf(ports.presigned, ceremony);
    return {
      answer: { ...(await describe(ceremony, request)), ...(document && { document }) },
      cookie: sessionCookie(linkSha256, secret),
    };
  };

async function loadLinked({ ledger }: Needed, { envelopeId }: Link): Promise<Envelope> {
  try {
    return await ledger.load(envelopeId);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('link_invalid');
    throw error;
  }
}

/** The browser's own session of this very link, so that loading the page again loses no confirmation. */
async function present(
  { access, clock }: Needed,
  { cookies }: Request,
  handle: string,
  link: Link,
): Promise<{ secret: string; session: Session } | undefined> {
  const secret = cookies[cookieName(handle)];
  const session = secret && (await access.findSession(secretSha256(secret)));
  if (!session || isOver(session, clock.now()) || !isSame(session, link)) return undefined;
  return { secret, session };
}

const isSame = (a: Link, b: Link): boolean =>
  a.envelopeId === b.envelopeId && a.party === b.party && a.round === b.round;

async function begin(
  ports: Needed,
  { envelopeId, party, round }: Link,
  now: Date,
): Promise<{ secret: string; session: Session }> {
  const secret = secretFrom(ports.random(SECRET_BYTES));
  const session = { envelopeId, party, round, createdAt: now.toISOString() };
  const expiresAt = Math.ceil(now.getTime() / 1000) + SESSION_SECONDS;
  await counted(ports, openings(`${envelopeId}#${party}`), () =>
    ports.access.putSession(secretSha256(secret), session, expiresAt),
  );
  return { secret, session };
}

const openings = (of: string): Count[] => [
  { act: 'open', of, per: 'hour', most: LIMITS.open.perHour },
  { act: 'open', of, per: 'day', most: LIMITS.open.perDay },
];
