import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { type Client, type Context } from 'oidc-provider';
import type { Store } from '../state/store.ts';
import { IdentityAdapter } from './identity-adapter.ts';
import { identityErrorPage, signedOutPage, signOutPage } from './identity-pages.ts';
import type { User } from './user.ts';

/** An app client of the pool. Lifetimes in seconds. */
export type IdentityClient = {
  readonly clientId: string;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly scopes: readonly string[];
  readonly idTokenLifetime: number;
  readonly accessTokenLifetime: number;
  readonly refreshTokenLifetime: number;
};

export type IdentityOptions = {
  readonly issuer: string;
  readonly clients: readonly IdentityClient[];
  readonly users: readonly User[];
};

/** A secret generated once and stored, so that tokens and cookies stay valid after a restart. */
function kept<T>(store: Store, name: string, make: () => T): T {
  const known = store.get<T>('identity-secret', name);
  if (known) return known;
  const made = make();
  store.put('identity-secret', name, made);
  return made;
}

const signingKey = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
  kid: randomBytes(8).toString('hex'),
});

const claimsOf = ({ sub, name, email, username, groups }: User) => ({
  sub,
  name,
  email,
  email_verified: true,
  'cognito:username': username,
  ...(groups.length > 0 && { 'cognito:groups': groups }),
});

const clientMetadata = (client: IdentityClient) => ({
  client_id: client.clientId,
  token_endpoint_auth_method: 'none',
  application_type: 'web',
  redirect_uris: client.callbackUrls,
  post_logout_redirect_uris: client.logoutUrls,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: client.scopes.join(' '),
});

/** A pool's access tokens are JWTs for its client, so the client is their only audience. */
const resourceIndicators = (lifetimeOf: (client: Client) => IdentityClient | undefined) => ({
  enabled: true,
  defaultResource: (context: Context) => `urn:client:${context.oidc.client.clientId}`,
  useGrantedResource: () => true,
  getResourceServerInfo: (_: Context, _resource: string, client: Client) => ({
    audience: client.clientId,
    scope: lifetimeOf(client)?.scopes.join(' ') ?? '',
    accessTokenTTL: lifetimeOf(client)?.accessTokenLifetime,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  }),
});

/** A Cognito pool has no consent page. */
async function grantAll({ oidc }: Context) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  });
  const scope = [...oidc.requestParamScopes].join(' ');
  grant.addOIDCScope(scope);
  grant.addResourceScope(`urn:client:${oidc.client.clientId}`, scope);
  await grant.save();
  return grant;
}

/** Endpoint paths of a Cognito domain and pool. */
const routes = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  userinfo: '/oauth2/userInfo',
  revocation: '/oauth2/revoke',
  end_session: '/logout',
  jwks: '/.well-known/jwks.json',
};

function show(context: Context, page: string): void {
  context.type = 'html';
  context.body = page;
}

/** An OpenID Connect issuer with a Cognito pool's claims, token lifetimes and paths. */
export function makeProvider(store: Store, { issuer, clients, users }: IdentityOptions): Provider {
  const clientOf = ({ clientId }: Client) => clients.find((one) => one.clientId === clientId);
  const userOf = (sub: string) => users.find((user) => user.sub === sub);
  return new Provider(issuer, {
    adapter: class extends IdentityAdapter {
      constructor(model: string) {
        super(store, model);
      }
    },
    clients: clients.map(clientMetadata),
    jwks: { keys: [kept(store, 'signing', signingKey)] },
    cookies: { keys: [kept(store, 'cookies', () => randomBytes(32).toString('hex'))] },
    routes,
    scopes: ['openid', 'email', 'profile'],
    claims: {
      openid: ['sub', 'cognito:username', 'cognito:groups'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    conformIdTokenClaims: false,
    findAccount: (_: Context, sub: string) => {
      const user = userOf(sub);
      return user && { accountId: sub, claims: () => claimsOf(user) };
    },
    extraTokenClaims: (_: Context, { accountId = '' }: { accountId?: string }) => {
      const user = userOf(accountId);
      if (!user) return undefined;
      const { 'cognito:groups': groups } = claimsOf(user);
      return { token_use: 'access', username: user.username, 'cognito:groups': groups };
    },
    loadExistingGrant: grantAll,
    issueRefreshToken: (_: Context, client: Client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: false,
    expiresWithSession: () => false,
    clientBasedCORS: () => true,
    pkce: { required: () => true },
    ttl: {
      IdToken: (_: Context, __: unknown, client: Client) => clientOf(client)?.idTokenLifetime,
      RefreshToken: (_: Context, __: unknown, client: Client) =>
        clientOf(client)?.refreshTokenLifetime,
      AuthorizationCode: 300,
      Interaction: 3600,
      Session: 3600,
      Grant: 30 * 86_400,
    },
    renderError: (context: Context, error: Record<string, string>) =>
      show(context, identityErrorPage(error)),
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/sign-in/${uid}` },
    responseTypes: ['code'],
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: Context, form: string) => show(context, signOutPage(form)),
        postLogoutSuccessSource: (context: Context) => show(context, signedOutPage()),
      },
      resourceIndicators: resourceIndicators(clientOf),
    },
  });
}
