import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { companyFile } from '../../infra/settings/company-settings.ts';

const root = join(import.meta.dirname, '..', '..');
const cdkOut = join(root, 'cdk.out', 'local');

/** All inputs of the synthesised template and its bundles. */
const sources = ['infra', 'functions', 'shared', 'web', 'vite.config.ts', 'package-lock.json'];

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale(): boolean {
  const manifest = join(cdkOut, 'manifest.json');
  if (!existsSync(manifest)) return true;
  const made = statSync(manifest).mtimeMs;
  const company = companyFile();
  if (company !== madeFor() || newest(company) > made) return true;
  return sources.some((source) => newest(join(root, source)) > made);
}

/** File that records whose settings the assembly was made from. */
const madeForFile = join(cdkOut, 'company.txt');
const madeFor = (): string => (existsSync(madeForFile) ? readFileSync(madeForFile, 'utf8') : '');

/**
 * Folder of the cloud assembly, the same that `cdk deploy` would use; synthesised again if a source is newer.
 * Assets of earlier ones are kept, because a running target may still need them.
 */
export async function freshAssembly(): Promise<string> {
  await takeTurn();
  try {
    if (isStale()) await synthesise();
    return cdkOut;
  } finally {
    rmSync(turn);
  }
}

const turn = `${cdkOut}.turn`;
const PAUSE_MS = 200;

/** Under a lock: of two processes that start at once, the second reuses the first one's assembly. */
async function takeTurn(): Promise<void> {
  mkdirSync(join(root, 'cdk.out'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      if (!isHeld()) rmSync(turn, { force: true });
      else await setTimeout(PAUSE_MS);
    }
  }
}

/** The lock of a process that was killed is released. */
function isHeld(): boolean {
  try {
    return process.kill(Number(readFileSync(turn, 'utf8')), 0);
  } catch {
    return false;
  }
}

/**
 * Skips CDK's validation of the templates, which takes half of the time and changes nothing; `npm run synth`,
 * `npm run deploy` and the tests run it.
 */
const WITHOUT_VALIDATION = { CDK_VALIDATION: 'false' };

async function synthesise(): Promise<void> {
  console.error('Synthesising the CDK app, as "cdk deploy" would …');
  const synthesis = spawn(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: cdkOut, ...WITHOUT_VALIDATION },
    stdio: ['inherit', 2, 'inherit'],
  });
  const [status] = await once(synthesis, 'exit');
  if (status !== 0) {
    rmSync(join(cdkOut, 'manifest.json'), { force: true });
    throw new Error('The CDK app could not be synthesised');
  }
  writeFileSync(madeForFile, companyFile());
}
