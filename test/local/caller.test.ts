import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCallerFrom } from '../../functions/sender/access/caller.ts';
import { bootLocal, type Local } from '../../infra/local/boot.ts';
import type { HttpEvent } from '../../shared/runtime/http-event.ts';
import { tokenClaims } from '../../shared/runtime/token-claims.ts';
import { api, lambda, route, writeAssembly } from './fixtures/cloud-assembly.ts';

/** A company's own issuer, whose groups may have any name. */
let issuer: string;
let server: Server;
let local: Local;
let folder: string;
const keys = await generateKeyPair('RS256');

beforeAll(async () => {
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256' };
  server = createServer(({ url }, response) => {
    const answer = url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'caller-'));
  const authorizer = {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: { Ref: 'Api' },
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: issuer, Audience: ['console'] },
      Name: 'own',
    },
  };
  const jwt = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } };
  const resources = {
    ...api,
    Authorizer: authorizer,
    Echo: lambda('echo'),
    ...route('Private', 'GET /private', 'Echo', jwt),
  };
  const cdkOut = writeAssembly(join(folder, 'cdk.out'), { Test: { resources } });
  local = await bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut });
});

afterAll(async () => {
  await local.close();
  server.close();
  rmSync(folder, { recursive: true });
});

/** The caller as the API identifies it after the authorizer. */
async function callerWith(groups: unknown) {
  const token = await new SignJWT({ email: 'a@b.it', groups })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(issuer)
    .setAudience('console')
    .setSubject('u1')
    .setExpirationTime('1h')
    .sign(keys.privateKey);
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${local.urls.api}/private`, { headers });
  expect(response.status).toBe(200);
  const event = (await response.json()) as HttpEvent;
  const flattened = event.requestContext.authorizer!.jwt!.claims.groups;
  const callerFrom = makeCallerFrom({ ADMIN_CLAIM: 'groups', ADMIN_VALUE: 'admin' });
  return { ...callerFrom(tokenClaims(event)), flattened };
}

describe('an administrator, by a token of an own issuer', () => {
  test('is whoever has the very group', async () => {
    expect(await callerWith(['x', 'admin'])).toMatchObject({ isAdministrator: true });
    expect(await callerWith('admin')).toMatchObject({ isAdministrator: true });
  });

  test.each([
    ['[Sales admin]', ['Sales admin']],
    ['[x admin]', ['x admin']],
    ['[x,admin]', ['x,admin']],
    ['[admin]', '[admin]'],
    ['[[admin]]', [['admin']]],
  ])(
    'is not whose groups only read alike once they are flattened: %s',
    async (flattened, groups) => {
      expect(await callerWith(groups)).toMatchObject({ flattened, isAdministrator: false });
    },
  );
});
