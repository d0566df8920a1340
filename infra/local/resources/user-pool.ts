import { createHash } from 'node:crypto';
import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { provisioner, type Target, unused } from './provisioner.ts';

const idOf = (name: string, length: number) =>
  createHash('sha256').update(name).digest('hex').slice(0, length);

/** Invitation and authentication settings have no effect here: users pick a name from a list. */
const UserPool = z.looseObject({ LambdaConfig: z.undefined().optional(), Schema: unused });

export const provisionUserPool = provisioner(UserPool, ({ name }, target) => {
  const id = `${region}_${idOf(name, 9)}`;
  if (target.userPools.push({ id, groups: [], clients: [] }) > 1)
    throw new Error('The local target stands in for one user pool');
  return {
    ref: id,
    attributes: {
      UserPoolId: id,
      Arn: `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`,
      ProviderURL: target.issuer,
      ProviderName: target.issuer.replace('http://', ''),
    },
  };
});

function poolOf({ userPools }: Target, id: string) {
  const pool = userPools.find((one) => one.id === id);
  if (!pool) throw new Error(`There is no user pool ${id}`);
  return pool;
}

const units = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const Unit = z.enum(['seconds', 'minutes', 'hours', 'days']);

const UserPoolClient = z.strictObject({
  UserPoolId: z.string(),
  CallbackURLs: z.array(z.url()),
  LogoutURLs: z.array(z.url()).default([]),
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthFlowsUserPoolClient: z.literal(true),
  AllowedOAuthScopes: z.array(z.string()),
  GenerateSecret: z.literal(false).optional(),
  AccessTokenValidity: z.number().default(60),
  IdTokenValidity: z.number().default(60),
  RefreshTokenValidity: z.number().default(30),
  TokenValidityUnits: z
    .strictObject({
      AccessToken: Unit.default('minutes'),
      IdToken: Unit.default('minutes'),
      RefreshToken: Unit.default('days'),
    })
    .prefault({}),
  SupportedIdentityProviders: z.tuple([z.literal('COGNITO')]).optional(),
  AuthSessionValidity: unused,
  ClientName: unused,
  DefaultRedirectURI: unused,
  EnableTokenRevocation: unused,
  ExplicitAuthFlows: unused,
  PreventUserExistenceErrors: unused,
  ReadAttributes: unused,
  WriteAttributes: unused,
});

export const provisionUserPoolClient = provisioner(
  UserPoolClient,
  ({ name, properties }, target) => {
    const clientId = idOf(name, 26);
    const { TokenValidityUnits: unit } = properties;
    poolOf(target, properties.UserPoolId).clients.push({
      clientId,
      callbackUrls: properties.CallbackURLs,
      logoutUrls: properties.LogoutURLs,
      scopes: properties.AllowedOAuthScopes,
      accessTokenLifetime: properties.AccessTokenValidity * units[unit.AccessToken],
      idTokenLifetime: properties.IdTokenValidity * units[unit.IdToken],
      refreshTokenLifetime: properties.RefreshTokenValidity * units[unit.RefreshToken],
    });
    return { ref: clientId, attributes: { ClientId: clientId, Name: name } };
  },
);

const UserPoolGroup = z.strictObject({
  UserPoolId: z.string(),
  GroupName: z.string(),
  Description: unused,
  Precedence: unused,
});

export const provisionUserPoolGroup = provisioner(UserPoolGroup, ({ properties }, target) => {
  poolOf(target, properties.UserPoolId).groups.push(properties.GroupName);
  return { ref: properties.GroupName, attributes: {} };
});

const UserPoolDomain = z.strictObject({
  UserPoolId: z.string(),
  Domain: z.string(),
  ManagedLoginVersion: unused,
});

/** Hosted by the issuer itself; its discovery document has the URL. */
export const provisionUserPoolDomain = provisioner(UserPoolDomain, ({ properties }) => ({
  ref: properties.Domain,
  attributes: { CloudFrontDistribution: '' },
}));
