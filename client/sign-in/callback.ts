import { once } from 'node:events';
import { createServer } from 'node:http';
import { Unreached } from '../failure.ts';
import { REDIRECT_ADDRESS, REDIRECT_PORT } from './redirect-address.ts';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sigillo</title>
<p>You may close this page and go back to the terminal.</p></html>`;

const HEADERS = { 'content-type': 'text/html; charset=utf-8', connection: 'close' };

/** The browser asks for whichever of the two `localhost` is there. */
const HOSTS = ['127.0.0.1', '::1'];

export interface Callback {
  /** The address with which the browser came back. */
  readonly answer: Promise<URL>;
  readonly close: () => void;
}

/** Waits on this machine, and nowhere else, for the browser to return from the issuer. */
export async function listenForCallback(state: string): Promise<Callback> {
  const servers = HOSTS.map(() => createServer());
  const answer = new Promise<URL>((resolve) => {
    for (const server of servers)
      server.on('request', (request, response) => {
        const url = new URL(request.url ?? '/', REDIRECT_ADDRESS);
        const isOurs = url.pathname === '/callback' && url.searchParams.get('state') === state;
        response.writeHead(isOurs ? 200 : 404, HEADERS).end(isOurs ? PAGE : '');
        if (isOurs) resolve(url);
      });
  });
  function close() {
    for (const server of servers) server.close();
  }
  await Promise.all(servers.map((server, index) => listen(server, HOSTS[index]!))).catch(
    (error) => {
      close();
      throw error;
    },
  );
  return { answer, close };
}

async function listen(server: ReturnType<typeof createServer>, host: string): Promise<void> {
  try {
    await once(server.listen(REDIRECT_PORT, host), 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new Unreached(`Port ${REDIRECT_PORT} is taken, perhaps by another sign-in.`);
    if (host === HOSTS[0]) throw error;
  }
}
