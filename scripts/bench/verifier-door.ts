import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { makeDoor } from '../../functions/verifier/door.ts';
import { verifyBuild } from '../../infra/build/web-build.ts';
import { packedPage } from '../../shared/runtime/packed-page.ts';

/** The verifier with one trusted root and no public records, on a free port. */
export async function openVerifier(root: Uint8Array) {
  const door = makeDoor({
    records: {
      put: async () => {},
      find: async () => undefined,
      findBySha256: async () => undefined,
    },
    documents: {
      get: async (key) =>
        key === 'pki/root.der' ? { bytes: root, etag: '', contentType: '' } : undefined,
    },
    page: packedPage(pathToFileURL(`${verifyBuild()}/`)),
    languageFor: () => 'en',
    clock: { now: () => new Date() },
    look: { company: 'Bench', colour: '#000000', timeZone: 'UTC', languages: ['en'] },
  });
  const server = createServer(async (request, response) => {
    const rawPath = request.url ?? '/';
    const requestContext = { http: { method: request.method ?? 'GET' } };
    const headers = request.headers as Record<string, string>;
    const body = await text(request);
    try {
      const answer = await door({ rawPath, headers, body, requestContext });
      response.writeHead(answer.statusCode, answer.headers);
      response.end(Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8'));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify`;
  return { url, close: () => server.close() };
}
