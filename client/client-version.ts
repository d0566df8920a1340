import { readFileSync } from 'node:fs';

/** package.json lies beside the source, and above what is compiled from it. */
const FILES = ['../package.json', './package.json'];

export function clientVersion(): string {
  const found = FILES.map(packageIn).find((one) => one?.name === '@sigillo/client');
  return found?.version ?? 'unknown';
}

function packageIn(path: string): { name: string; version: string } | undefined {
  try {
    return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  } catch {
    return undefined;
  }
}
