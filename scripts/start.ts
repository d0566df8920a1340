import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Local } from '../infra/local/boot.ts';
import { freshAssembly } from './start/assembly.ts';
import { sampleToken } from './start/sample-token.ts';

const stateDirectory = join(import.meta.dirname, '..', '.local');

const describe = ({ urls }: Local, seconds: string, token: string) => `
Sigillo runs on this machine (started in ${seconds} s)

  1. Send             ${urls.api}/console   sign in as employee; a contract to send:
                      ${urls.api}/local/sample.pdf
  2. Sign             ${urls.api}/local   everybody's mails and texts, with links and codes;
                      a link opens as on a phone, and the clock moves
  3. Verify           ${Object.values(urls.functionUrls).join('  ')}

  API                 ${urls.api}
  Sign-in             ${urls.identity}   users: employee, colleague, admin
  For a machine       curl -H 'authorization: Bearer ${token}' \\
                      ${urls.api}/api/v1/envelopes
  AWS endpoint        ${urls.aws}   access key: local / local
  State               ${stateDirectory}   functions' logs in logs/

Stop with Ctrl+C: all is kept. Begin anew with: npm start -- --fresh
`;

const began = Date.now();
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4700' },
    fresh: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_000) {
  console.error(`--port must be a number from 0 to 65000, not ${values.port}`);
  process.exit(2);
}

/** Prints the progress of slow steps. */
const tell = (line: string) => console.log(`${elapsed().padStart(5)} s  ${line}`);

const elapsed = () => ((Date.now() - began) / 1000).toFixed(1);

/**
 * The local AWS is imported while the template is synthesised. An unsupported template or an occupied
 * port prints one line instead of a stack trace.
 */
async function boot(): Promise<Local> {
  try {
    const [cdkOut, { bootSigillo }] = await Promise.all([
      freshAssembly(),
      import('./start/boot-sigillo.ts'),
    ]);
    return await bootSigillo({ port, stateDirectory, cdkOut, verbose: values.verbose, tell });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

if (values.fresh) rmSync(stateDirectory, { recursive: true, force: true });
const local = await boot();
console.log(describe(local, elapsed(), await sampleToken(local.urls.api, stateDirectory)));

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void local.close().then(() => process.exit(0)));
