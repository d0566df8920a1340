import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { readBody } from '../http/http-answer.ts';
import { Store } from '../state/store.ts';
import { shiftDate } from '../time/shifted-date.ts';
import { signInPage } from './identity-pages.ts';
import { type IdentityOptions, makeProvider } from './identity-provider.ts';

/** `offset`: of the local clock, in ms. */
export type IdentityWorkerData = {
  readonly port: number;
  readonly file: string;
  readonly offset: number;
};

/** The worker listens at once because the template contains its address; users are added later. */
export type ToIdentityWorker =
  | { readonly type: 'offset'; readonly offset: number }
  | { readonly type: 'serve'; readonly options: IdentityOptions };

/** The worker's first message is the port; then it answers each `serve`. */
export type FromIdentityWorker =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'serving' };

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const { port, file, offset } = workerData as IdentityWorkerData;
const setOffset = shiftDate(offset);
const store = new Store(file);

const largestForm = 10_000;
const plain = { 'content-type': 'text/plain' };

let handle: Handle = (_, response) => {
  response.writeHead(503, plain).end('Not ready yet');
};

function serve(options: IdentityOptions): void {
  const provider = makeProvider(store, options);
  const callback = provider.callback();
  async function signIn(request: IncomingMessage, response: ServerResponse) {
    const form = new URLSearchParams((await readBody(request, largestForm)).toString());
    const user = options.users.find(({ username }) => username === form.get('user'));
    const finish = (result: Parameters<typeof provider.interactionFinished>[2]) =>
      provider.interactionFinished(request, response, result);
    if (form.has('cancel')) await finish({ error: 'access_denied' });
    else if (!user) response.writeHead(400, plain).end('No such user');
    else await finish({ login: { accountId: user.sub, remember: true } });
  }
  handle = (request, response) => {
    if (!request.url?.startsWith('/sign-in/')) callback(request, response);
    else if (request.method === 'POST')
      signIn(request, response).catch(() => {
        response.writeHead(400, plain).end('This sign-in has ended: go back and start again');
      });
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(signInPage(options.users));
  };
}

const post = (message: FromIdentityWorker) => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToIdentityWorker) => {
  if (message.type === 'offset') return setOffset(message.offset);
  serve(message.options);
  post({ type: 'serving' });
});

const server = createServer((request, response) => handle(request, response));
server.listen(port, '127.0.0.1', () =>
  post({ type: 'listening', port: (server.address() as AddressInfo).port }),
);
