import { ResponseBodyError } from 'oauth4webapi';
import type { ClientFacts } from '../client.ts';
import { unreached } from '../client.ts';
import { NotSignedIn } from '../failure.ts';
import { discoverIssuer } from './issuer.ts';
import { readSession, type Session, writeSession } from './session-file.ts';

type Environment = NodeJS.ProcessEnv;

/** Who asks, and where: SIGILLO_TOKEN, or the person who has signed in. */
export function bearerFor(
  at: string | undefined,
  environment: Environment,
): Pick<ClientFacts, 'at' | 'bearer'> {
  const session = readSession(environment);
  const address = at ?? environment.SIGILLO_URL ?? session?.at;
  if (!address)
    throw new NotSignedIn('Where? Sign in (sigillo sign-in --at URL), or set SIGILLO_URL.');
  if (!URL.canParse(address)) throw new NotSignedIn(`${address} is not an address.`);
  const { SIGILLO_TOKEN } = environment;
  if (SIGILLO_TOKEN) return { at: address, bearer: SIGILLO_TOKEN };
  if (session && isSame(session.at, address))
    return { at: address, bearer: () => fresh(environment, session) };
  throw new NotSignedIn(
    `Nobody is signed in at ${address}: sigillo sign-in, or set SIGILLO_TOKEN.`,
  );
}

/** A sign-in's tokens go to no other app. */
const isSame = (one: string, other: string): boolean =>
  new URL(one).origin === new URL(other).origin;

async function fresh(environment: Environment, began: Session): Promise<string> {
  const session = readSession(environment) ?? began;
  if (session.expiresAt > Date.now()) return session.idToken;
  if (!session.refreshToken) throw ended();
  const issuer = await discoverIssuer(session.issuer, session.clientId).catch(unreached);
  const tokens = await issuer.refresh(session.refreshToken).catch((error) => {
    throw error instanceof ResponseBodyError ? ended() : unreached(error);
  });
  writeSession(environment, { ...session, ...tokens });
  return tokens.idToken;
}

const ended = () => new NotSignedIn('Your sign-in has ended: sigillo sign-in');
