import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedPost } from '../../shared/webhooks/guarded-post.ts';
import { isPublicAddress } from '../../shared/webhooks/public-address.ts';
import { isReceiver } from '../../shared/webhooks/receiver.ts';
import { type TlsIdentity, tlsIdentity } from '../fixtures/tls-identity.ts';

const NAME = 'receiver.aurora.example';
const DEADLINE_MS = 700;

const heard: { path: string; body: string; connection: string | undefined }[] = [];
const hanging = new Set<() => void>();

const BEHAVIOURS: Record<string, RequestListener> = {
  '/ok': (_, response) => response.writeHead(204).end(),
  '/broken': (_, response) => response.writeHead(500).end('broken'),
  '/busy': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/moved': (_, response) => response.writeHead(302, { location: '/ok' }).end(),
  '/never': (_, response) => void hanging.add(() => response.destroy()),
  '/hung-up': (request) => request.socket.destroy(),
  '/endless': (_, response) => {
    response.writeHead(200);
    const more = () => response.write('y'.repeat(65_536)) && setImmediate(more);
    response.on('drain', more);
    more();
  },
  '/dripping': (_, response) => {
    response.writeHead(200).write('x');
    hanging.add(() => response.destroy());
  },
  '/upgraded': (request) =>
    request.socket.end(
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    ),
  '/long-head': (_, response) => response.writeHead(200, { 'x-long': 'h'.repeat(20_000) }).end(),
};

const listener: RequestListener = async (request, response) => {
  const { url: path = '', headers } = request;
  heard.push({ path, body: await text(request), connection: headers.connection });
  BEHAVIOURS[path]?.(request, response);
};

let identity: TlsIdentity;
let plain: Server;
let secure: ReturnType<typeof createTlsServer>;
let base: string;
let port: number;
beforeAll(async () => {
  identity = await tlsIdentity(NAME);
  plain = createServer(listener);
  secure = createTlsServer(identity, listener);
  for (const server of [plain, secure])
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`;
  port = (secure.address() as AddressInfo).port;
});
afterAll(() => {
  for (const end of hanging) end();
  for (const server of [plain, secure]) server.closeAllConnections();
  plain.close();
  secure.close();
});

const message = (url: string) => ({ url, headers: { 'webhook-id': 'one' }, body: '{"a":1}' });

const post = (url: string, settings: Partial<Parameters<typeof guardedPost>[0]> = {}) =>
  guardedPost({ receivers: 'loopback', deadlineMs: DEADLINE_MS, ...settings })(message(url));

const resolvesTo =
  (...addresses: readonly string[]) =>
  (_: string, __: object, done: (error: null, found: LookupAddress[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a receiver', () => {
  it('gets the body, and its status is the answer; no connection is kept', async () => {
    expect(await post(`${base}/ok`)).toEqual({ status: 204 });
    expect(heard.at(-1)).toEqual({ path: '/ok', body: '{"a":1}', connection: 'close' });
  });

  it('that fails, or asks for patience, is heard', async () => {
    expect(await post(`${base}/broken`)).toEqual({ status: 500 });
    expect(await post(`${base}/busy`)).toEqual({ status: 429, retryAfter: '120' });
  });

  it('that sends elsewhere is not followed', async () => {
    const before = heard.length;
    expect(await post(`${base}/moved`)).toEqual({ status: 302 });
    expect(heard.slice(before).map(({ path }) => path)).toEqual(['/moved']);
  });

  it('that never answers costs the deadline and no more', async () => {
    expect(await post(`${base}/never`)).toEqual({ failure: 'no_answer' });
  });

  it.each(['/endless', '/dripping'])(
    'is answered by its status, however %s its body',
    async (path) => {
      expect(await post(base + path, { deadlineMs: 60_000 })).toEqual({ status: 200 });
    },
  );

  it.each(['/hung-up', '/upgraded', '/long-head'])(
    'that does %s has not answered',
    async (path) => {
      expect(await post(base + path)).toEqual({ failure: 'no_connection' });
    },
  );

  it('that is not there has not answered', async () => {
    expect(await post('http://127.0.0.1:1/')).toEqual({ failure: 'no_connection' });
  });
});

describe('over https', () => {
  const at = (path: string) => `https://${NAME}:${port}${path}`;
  const here = () => ({ resolve: resolvesTo('127.0.0.1'), authority: identity.authority });

  it('a receiver is reached by its name, if its certificate is trusted for that name', async () => {
    expect(await post(at('/ok'), here())).toEqual({ status: 204 });
    expect(await post(at('/ok').replace('receiver', 'other'), here())).toEqual({
      failure: 'not_trusted',
    });
    expect(await post(at('/ok'), { resolve: resolvesTo('127.0.0.1') })).toEqual({
      failure: 'not_trusted',
    });
  });

  it('a name that is not known is told as that', async () => {
    const unknown = Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    const resolve = (_: string, __: object, done: (error: Error, found: LookupAddress[]) => void) =>
      done(unknown, []);
    expect(await post(at('/ok'), { resolve })).toEqual({ failure: 'name_unknown' });
  });

  it('one private address among public ones refuses the name', async () => {
    const before = heard.length;
    for (const addresses of [['10.0.0.1'], ['127.0.0.1', '10.0.0.1'], ['fd00:ec2::254'], []])
      expect(await post(at('/ok'), { ...here(), resolve: resolvesTo(...addresses) })).toEqual({
        failure: 'address_refused',
      });
    expect(heard).toHaveLength(before);
  });

  it('the address that was judged is the one that is connected to', async () => {
    let asked = 0;
    const rebinding = (
      _: string,
      __: object,
      done: (error: null, found: LookupAddress[]) => void,
    ) => done(null, [{ address: ++asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    expect(await post(at('/ok'), { ...here(), resolve: rebinding })).toEqual({ status: 204 });
    expect(asked).toBe(1);
  });

  it('this machine is nobody’s receiver, unless the settings say so', async () => {
    const before = heard.length;
    for (const url of [at('/ok'), `https://127.0.0.1:${port}/ok`, `https://localhost:${port}/ok`])
      expect(await post(url, { ...here(), receivers: 'public' })).toEqual({
        failure: 'address_refused',
      });
    expect(heard).toHaveLength(before);
  });
});

describe('an address', () => {
  it.each([
    'http://erp.example/',
    'ftp://erp.example/',
    'https://anna:secret@erp.example/',
    'https://erp.example/#part',
    'https://erp/',
    'https://erp.internal/',
    'https://erp.local/',
    'https://localhost/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[64:ff9b::a00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
    'not an address',
  ])('%s is no receiver', (url) => {
    expect(isReceiver(url, 'public')).toBe(false);
  });

  it.each([
    'https://erp.example/hooks?key=1',
    'https://erp.example:8443/',
    'https://93.184.216.34/',
  ])('%s is one', (url) => {
    expect(isReceiver(url, 'public')).toBe(true);
  });

  it('of this machine is one over http too, where the settings say so, and no other private one', () => {
    const allowed = ['http://127.0.0.1:8080/', 'http://localhost:8080/', 'https://[::1]/'];
    expect(allowed.map((url) => isReceiver(url, 'loopback'))).toEqual([true, true, true]);
    for (const url of ['http://erp.example/', 'https://10.0.0.1/', 'https://erp/'])
      expect(isReceiver(url, 'loopback')).toBe(false);
  });

  it('is public if the registries say nothing else of it', () => {
    const inside = [
      ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.9.9.9', '169.254.1.1'],
      ...['172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
      ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
      ...['239.255.255.255', '240.0.0.1', '255.255.255.255'],
      ...['::', '::1', '::ffff:8.8.8.8', '::8.8.8.8', '64:ff9b::808:808', '64:ff9b:1::1', '100::1'],
      ...['2001::1', '2001:2::1', '2001:20::1', '2001:db8::1', '2002:808:808::1', '3fff::1'],
      ...['5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fec0::1', 'ff02::1', 'example.com'],
    ];
    expect(inside.filter(isPublicAddress)).toEqual([]);
    const outside = ['1.1.1.1', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1'];
    const outside6 = ['2606:4700::1111', '2a00:1450:4001::1', '2001:4860:4860::8888', '2003::1'];
    for (const address of [...outside, ...outside6]) expect(isPublicAddress(address)).toBe(true);
  });
});
