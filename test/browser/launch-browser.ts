import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';

/** Usual paths of Chrome or Chromium, for machines without a binary in the npm package. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** A real Chromium: from npm on Linux x64, elsewhere an installed one (or `CHROME_PATH`). */
export async function launchBrowser(...more: readonly string[]): Promise<Browser> {
  const args = [...ARGS, ...more];
  const installed = [process.env.CHROME_PATH, ...INSTALLED].find(
    (path) => path && existsSync(path),
  );
  if (process.platform === 'linux' && process.arch === 'x64' && !process.env.CHROME_PATH) {
    return startTenaciously(async () => chromium.launch({ ...(await packagedChromium()), args }));
  }
  if (!installed) {
    throw new Error('No Chrome found: install one, or say where it is in CHROME_PATH.');
  }
  return chromium.launch({ executablePath: installed, args });
}

/** Retried, because another test file may be unpacking it, or Chromium may crash at start on a busy machine. */
async function startTenaciously(start: () => Promise<Browser>, triesLeft = 4): Promise<Browser> {
  try {
    return await start();
  } catch (failure) {
    if (triesLeft === 0) throw failure;
    await setTimeout(3_000);
    return startTenaciously(start, triesLeft - 1);
  }
}

/**
 * The package unpacks its shared libraries only inside Lambda, so Lambda's variables are set while it
 * unpacks; the libraries are used only if the system lacks one.
 */
async function packagedChromium(): Promise<{
  executablePath: string;
  env: Record<string, string>;
}> {
  const before = { ...process.env };
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return { executablePath, env: browserEnvironment(executablePath) };
  } finally {
    restoreEnvironment(before);
  }
}

function browserEnvironment(executablePath: string): Record<string, string> {
  const env = { FONTCONFIG_PATH: join(tmpdir(), 'fonts'), HOME: tmpdir() };
  const libraries = join(tmpdir(), 'al2023', 'lib');
  return lacksLibraries(executablePath) ? { ...env, LD_LIBRARY_PATH: libraries } : env;
}

function lacksLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

function restoreEnvironment(before: NodeJS.ProcessEnv): void {
  for (const name of ['AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
}
