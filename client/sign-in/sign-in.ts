import * as oauth from 'oauth4webapi';
import createClient from 'openapi-fetch';
import type { PublicPaths } from '../api-types.ts';
import { answered, unreached } from '../client.ts';
import { NotSignedIn } from '../failure.ts';
import { listenForCallback } from './callback.ts';
import { discoverIssuer } from './issuer.ts';
import type { Session } from './session-file.ts';

/** Signs a person in through their browser. `show` is given the address to open. */
export async function signInAt(at: string, show: (address: string) => void): Promise<Session> {
  const client = createClient<PublicPaths>({ baseUrl: new URL(at).origin });
  const { issuer: name, clientId } = await answered(client.GET('/api/sign-in'));
  const issuer = await discoverIssuer(name, clientId).catch(unreached);
  const secrets = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  const callback = await listenForCallback(secrets.state);
  try {
    show(await issuer.authorizationUrl(secrets));
    const tokens = await issuer.exchange(await callback.answer, secrets).catch(refused);
    return { at: new URL(at).origin, issuer: name, clientId, ...tokens };
  } finally {
    callback.close();
  }
}

function refused(error: unknown): never {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError)
    throw new NotSignedIn(`The sign-in was refused: ${error.error}`);
  return unreached(error);
}
