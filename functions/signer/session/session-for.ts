import { LIMITS } from '../../../shared/domain/limits.ts';
import { SECRET_BYTES, secretFrom, secretSha256 } from '../../../shared/domain/secrets/secret.ts';
import { type Count, counted } from '../../../shared/limits/counted.ts';
import type { Link, Session } from '../../../shared/ports/access.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SignerRequest } from '../signer-request.ts';
import { isOver } from './ceremony.ts';
import { cookieName, SESSION_SECONDS } from './session-cookie.ts';

export type SessionPorts = Pick<Ports, 'sessions' | 'clock' | 'random' | 'counters'>;

/** The row outlives the session by this, to distinguish an expired session from an unknown one. */
const KEPT_SECONDS = 86_400;

interface Held {
  readonly secret: string;
  readonly session: Session;
}

/** The browser's current session under this handle, to keep its confirmation; otherwise a new one. */
export const sessionFor = async (
  ports: SessionPorts,
  request: Pick<SignerRequest, 'cookies'>,
  handle: string,
  link: Link,
): Promise<Held> =>
  (await present(ports, request, handle, link)) ?? (await begin(ports, link, ports.clock.now()));

async function present(
  { sessions, clock }: SessionPorts,
  { cookies }: Pick<SignerRequest, 'cookies'>,
  handle: string,
  link: Link,
): Promise<Held | undefined> {
  const secret = cookies[cookieName(handle)];
  const session = secret && (await sessions.find(secretSha256(secret)));
  if (!session || isOver(session, clock.now()) || !isSame(session, link)) return undefined;
  return { secret, session };
}

const isSame = (a: Link, b: Link): boolean =>
  a.envelopeId === b.envelopeId && a.party === b.party && a.round === b.round;

async function begin(
  ports: SessionPorts,
  { envelopeId, party, round }: Link,
  now: Date,
): Promise<Held> {
  const secret = secretFrom(ports.random(SECRET_BYTES));
  const session = { envelopeId, party, round, createdAt: now.toISOString() };
  const expiresAt = Math.ceil(now.getTime() / 1000) + SESSION_SECONDS + KEPT_SECONDS;
  await counted(ports, openings(`${envelopeId}#${party}`), () =>
    ports.sessions.put(secretSha256(secret), session, expiresAt),
  );
  return { secret, session };
}

const openings = (of: string): Count[] => [
  { act: 'open', of, per: 'hour', most: LIMITS.open.perHour },
  { act: 'open', of, per: 'day', most: LIMITS.open.perDay },
];
