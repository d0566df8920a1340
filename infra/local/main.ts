import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootLocal, type Local } from './boot.ts';

const root = join(import.meta.dirname, '..', '..');
const stateDirectory = join(root, '.local');
const cdkOut = join(root, 'cdk.out', 'local');

/** All that the synthesised template and its bundles are made of. */
const sources = ['infra', 'functions', 'shared', 'package-lock.json'];

const newest = (path: string): number => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

function isStale(): boolean {
  const manifest = join(cdkOut, 'manifest.json');
  if (!existsSync(manifest)) return true;
  const made = statSync(manifest).mtimeMs;
  return sources.some((source) => newest(join(root, source)) > made);
}

/** Writes the same assembly that `cdk deploy` would take to AWS. Exits when that fails. */
function synthesise(): void {
  console.log('Synthesising the CDK app …');
  rmSync(cdkOut, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: cdkOut },
    stdio: 'inherit',
  });
  if (status !== 0) {
    rmSync(cdkOut, { recursive: true, force: true });
    process.exit(1);
  }
}

const describe = ({ urls }: Local, seconds: string) => `
Sigillo runs on this machine (started in ${seconds} s)

  API and links       ${urls.api}
  Play every part     ${urls.api}/local   mailbox, texts, events, executions, clock
  Verifier            ${Object.values(urls.functionUrls).join('  ')}
  Sign-in             ${urls.identity}   users: employee, colleague, admin
  AWS endpoint        ${urls.aws}   access key: local / local
  State               ${stateDirectory}   functions' logs in logs/

Stop with Ctrl+C: all is kept. Begin anew with: npm start -- --fresh
`;

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

const began = Date.now();
if (isStale()) synthesise();
if (values.fresh) rmSync(stateDirectory, { recursive: true, force: true });
const local = await bootLocal({ port, stateDirectory, cdkOut, verbose: values.verbose });
console.log(describe(local, ((Date.now() - began) / 1000).toFixed(1)));

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void local.close().then(() => process.exit(0)));
