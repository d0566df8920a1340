import { finished } from 'node:stream/promises';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Sigillo } from '../client.ts';
import { clientVersion } from '../client-version.ts';
import { mcpServer } from './tools.ts';

/** Until the other side closes its end. Resolves to the exit code. */
export async function serve(sigillo: Sigillo): Promise<number> {
  const handle = serveStdio(() => mcpServer(sigillo, clientVersion()));
  await finished(process.stdin).catch(() => undefined);
  await handle.close();
  return 0;
}
