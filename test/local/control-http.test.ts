import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootLocal, type Local } from '../../infra/local/boot.ts';
import { type Guide, plainGuide } from '../../infra/local/page/guide.ts';
import {
  api,
  authorizer,
  lambda,
  route,
  userPool,
  writeAssembly,
} from './fixtures/cloud-assembly.ts';
import { eventually } from './fixtures/eventually.ts';
import { refresh, signIn } from './fixtures/sign-in.ts';

let folder: string;
const guide: Guide = {
  ...plainGuide,
  name: '<Things>',
  links: ({ api }) => ({ Things: `${api}/things` }),
  files: { 'sample.txt': { type: 'text/plain', read: () => Buffer.from('A thing') } },
  phonePath: '/things',
  empty: { mails: 'Make a thing.' },
};

let local: Local;
let clientId: string;

const jwt = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'control-http-'));
  const cdkOut = writeAssembly(join(folder, 'cdk.out'), {
    Test: {
      resources: {
        ...api,
        ...userPool,
        ...authorizer,
        Echo: lambda('echo'),
        Picture: lambda('picture'),
        Fails: lambda('fails'),
        ...route('Any', 'ANY /things/{proxy+}', 'Echo'),
        ...route('One', 'GET /things/{id}', 'Echo'),
        ...route('Exact', 'GET /things/best', 'Echo'),
        ...route('Post', 'POST /things/{id}', 'Echo'),
        ...route('Picture', 'GET /picture', 'Picture'),
        ...route('Fails', 'GET /fails', 'Fails'),
        ...route('Private', 'GET /private', 'Echo', jwt),
        ...route('Scoped', 'GET /scoped', 'Echo', { ...jwt, AuthorizationScopes: ['sigillo/all'] }),
        Url: {
          Type: 'AWS::Lambda::Url',
          Properties: {
            AuthType: 'NONE',
            TargetFunctionArn: { 'Fn::GetAtt': ['Echo', 'Arn'] },
            Cors: { AllowOrigins: ['https://app.example'], AllowMethods: ['GET'], MaxAge: 60 },
          },
        },
        FailingUrl: {
          Type: 'AWS::Lambda::Url',
          Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Fails', 'Arn'] } },
        },
      },
      outputs: { ClientId: { Value: { Ref: 'Client' } } },
    },
  });
  local = await bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut, guide });
  clientId = String(local.outputs.get('Test')?.get('ClientId'));
});

afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${local.urls.api}${path}`, { headers });

async function eventOf(response: Response) {
  expect(response.status).toBe(200);
  return JSON.parse(await response.text());
}

describe('a route', () => {
  test.each([
    ['/things/best', 'GET /things/best', undefined],
    ['/things/7', 'GET /things/{id}', { id: '7' }],
    ['/things/a%20b', 'GET /things/{id}', { id: 'a b' }],
    ['/things/7/parts/8', 'ANY /things/{proxy+}', { proxy: '7/parts/8' }],
  ])('%s goes to %s', async (path, routeKey, pathParameters) => {
    const event = await eventOf(await get(path));
    expect(event.routeKey).toBe(routeKey);
    expect(event.pathParameters).toEqual(pathParameters);
  });

  test('that nobody declared is not found', async () => {
    const response = await get('/elsewhere');
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });
});

describe('a request reaches the function in payload format 2.0', () => {
  test('with query, cookies and headers taken apart', async () => {
    const event = await eventOf(
      await get('/things/1?a=1&a=2&b=x%20y', { cookie: 'one=1; two=2', 'X-Own': 'yes' }),
    );
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/things/1',
      rawQueryString: 'a=1&a=2&b=x%20y',
      queryStringParameters: { a: '1,2', b: 'x y' },
      cookies: ['one=1', 'two=2'],
      headers: { 'x-own': 'yes' },
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET', sourceIp: '127.0.0.1' }, stage: '$default' },
    });
    expect(event.headers.cookie).toBeUndefined();
  });

  test.each([
    ['application/json', '{"a":1}', false],
    ['text/plain', 'ciao è', false],
    ['application/octet-stream', 'bytes', true],
    ['application/x-www-form-urlencoded', 'a=1', true],
  ])('with a body of %s', async (type, body, isBase64Encoded) => {
    const response = await fetch(`${local.urls.api}/things/1`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    const event = await eventOf(response);
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(event.body, isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body);
  });

  test('but not when its body is over 10 MB', async () => {
    const body = Buffer.alloc(10 * 2 ** 20 + 1);
    const response = await fetch(`${local.urls.api}/things/1`, { method: 'POST', body });
    expect(response.status).toBe(413);
  });
});

describe('an answer', () => {
  test('sets each cookie with a header of its own', async () => {
    const response = await get('/things/1');
    expect(response.headers.getSetCookie().slice(0, 2)).toEqual(['a=1; HttpOnly', 'b=2']);
  });

  test('sets no cookie that a browser keeps over TLS alone, and reads it back as the function named it', async () => {
    const first = await get('/things/1');
    const [plain = ''] = first.headers.getSetCookie().slice(2);
    expect(plain).toBe('plain-Host-c=3; Path=/; HttpOnly; SameSite=Strict');
    const event = await eventOf(await get('/things/1', { cookie: `a=1; ${plain.split(';')[0]}` }));
    expect(event.cookies).toEqual(['a=1', '__Host-c=3']);
  });

  test('in base64 is sent as bytes', async () => {
    const response = await get('/picture');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).toString('hex')).toBe('89504e470d0a1a0a');
  });

  test('of a function that threw tells nothing', async () => {
    const response = await get('/fails');
    expect([response.status, await response.json()]).toEqual([
      500,
      { message: 'Internal Server Error' },
    ]);
  });
});

describe('a function URL', () => {
  test('hands every path to its function', async () => {
    const url = local.urls.functionUrls['Test-Echo'] ?? '';
    const event = await eventOf(await fetch(`${url}v/ABC?x=1`));
    expect(event).toMatchObject({ routeKey: '$default', rawPath: '/v/ABC', rawQueryString: 'x=1' });
  });

  test('lets the pages of its allowed origins read the answer, and no others', async () => {
    const url = local.urls.functionUrls['Test-Echo'] ?? '';
    async function allowedFor(origin: string, method = 'GET') {
      const headers = { origin, 'access-control-request-method': 'GET' };
      const { headers: answered } = await fetch(url, { method, headers });
      return answered.get('access-control-allow-origin');
    }
    expect(await allowedFor('https://app.example')).toBe('https://app.example');
    expect(await allowedFor('https://app.example', 'OPTIONS')).toBe('https://app.example');
    expect(await allowedFor('https://evil.example')).toBeNull();
    expect(await allowedFor('https://evil.example', 'OPTIONS')).toBeNull();
  });

  test('answers 502 when the function throws', async () => {
    const response = await fetch(local.urls.functionUrls['Test-Fails'] ?? '');
    expect(response.status).toBe(502);
  });
});

describe('a route with a JWT authorizer', () => {
  const withToken = (token: string, path = '/private') =>
    get(path, { authorization: `Bearer ${token}` });

  test('refuses a request without a token, and one with an invented token', async () => {
    const without = await get('/private');
    expect([without.status, await without.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect((await withToken('invented')).status).toBe(401);
  });

  test('hands the claims of the ID token on as text, lists in brackets', async () => {
    const { id_token: token } = await signIn(local.urls.identity, clientId, 'admin');
    const event = await eventOf(await withToken(token));
    const { claims } = event.requestContext.authorizer.jwt;
    expect(claims).toMatchObject({
      iss: local.urls.identity,
      aud: clientId,
      name: 'Administrator',
      email: 'admin@example.com',
      'cognito:groups': '[admin]',
    });
    expect(typeof claims.exp).toBe('string');
  });

  test('takes an access token of the client too; an employee has no groups', async () => {
    const { access_token: token } = await signIn(local.urls.identity, clientId, 'user');
    const event = await eventOf(await withToken(token));
    const { claims } = event.requestContext.authorizer.jwt;
    expect(claims).toMatchObject({ client_id: clientId, token_use: 'access' });
    expect(claims['cognito:groups']).toBeUndefined();
  });

  test('refuses a token whose signature or claims were changed', async () => {
    const { id_token: token } = await signIn(local.urls.identity, clientId, 'user');
    const [header, , signature] = token.split('.');
    const forged = { ...decodeJwt(token), 'cognito:groups': ['admin'] };
    const body = Buffer.from(JSON.stringify(forged)).toString('base64url');
    expect((await withToken(`${header}.${body}.${signature}`)).status).toBe(401);
  });

  test('refuses a token without the scope of the route with 403', async () => {
    const { access_token: token } = await signIn(local.urls.identity, clientId, 'user');
    const response = await withToken(token, '/scoped');
    expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
  });

  test('refuses a token after its hour by the local clock; a refreshed one is good again', async () => {
    const tokens = await signIn(local.urls.identity, clientId, 'user');
    expect((await withToken(tokens.id_token)).status).toBe(200);
    await advance(2 * 3_600_000);
    expect((await withToken(tokens.id_token)).status).toBe(401);
    const refreshed = await refresh(local.urls.identity, clientId, tokens.refresh_token);
    const { id_token: renewed } = (await refreshed.json()) as { id_token: string };
    expect((await withToken(renewed)).status).toBe(200);
    await advance(12 * 3_600_000);
    const late = await refresh(local.urls.identity, clientId, tokens.refresh_token);
    expect(late.status).toBe(400);
  });
});

async function advance(advanceMs: number) {
  const response = await fetch(`${local.urls.api}/local/api/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceMs }),
  });
  expect(response.status).toBe(200);
}

describe('the page at /local', () => {
  test('is served on the main port', async () => {
    const page = await get('/local');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('&#60;Things&#62; on this machine');
    expect((await get('/local/page.js')).headers.get('content-type')).toMatch(/javascript/);
  });

  test('has the links and files that the application gives it, and no others', async () => {
    const guideOf = await (await get('/local/api/guide')).json();
    expect(guideOf).toEqual({
      links: { Things: `${local.urls.api}/things` },
      phonePath: '/things',
      empty: { mails: 'Make a thing.' },
    });
    const file = await get('/local/sample.txt');
    expect([file.headers.get('content-type'), await file.text()]).toEqual([
      'text/plain',
      'A thing',
    ]);
    expect((await get('/local/constructor')).status).toBe(404);
  });

  test.each(['mails', 'texts', 'events', 'executions', 'objects', 'dead-letters', 'notifications'])(
    'lists %s',
    async (list) => {
      expect(Array.isArray(await (await get(`/local/api/${list}`)).json())).toBe(true);
    },
  );

  test('takes no post from another site, and no other host name', async () => {
    const response = await fetch(`${local.urls.api}/local/api/clock`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: JSON.stringify({ advanceMs: 1 }),
    });
    expect(response.status).toBe(403);
  });

  test('forgets everything when asked to, and serves on at the same address', async () => {
    async function clock() {
      const { aheadMs } = await (await get('/local/api/clock')).json();
      return aheadMs as number;
    }
    await advance(1000);
    expect(await clock()).toBeGreaterThan(0);
    await fetch(`${local.urls.api}/local/api/reset`, { method: 'POST' });
    await eventually(() =>
      clock()
        .then((ms) => ms === 0)
        .catch(() => false),
    );
    expect((await get('/things/best')).status).toBe(200);
  });
});
