import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventsPage } from './docs/events-page.ts';
import { openApi } from './docs/open-api.ts';

const USAGE = `Usage: npm run docs [-- --check]

Writes docs/openapi.json and docs/events.md from the contracts in shared/contract. With --check it
writes nothing and fails if one of them is stale.`;

const PAGES = {
  'docs/openapi.json': () => `${JSON.stringify(openApi(), undefined, 2)}\n`,
  'docs/events.md': eventsPage,
} as const;

const pathOf = (page: string): string => fileURLToPath(new URL(`../${page}`, import.meta.url));

function stored(page: string): string {
  try {
    return readFileSync(pathOf(page), 'utf8');
  } catch {
    return '';
  }
}

function check(): number {
  const stale = Object.entries(PAGES).filter(([page, write]) => stored(page) !== write());
  for (const [page] of stale) console.error(`${page} is stale: run npm run docs`);
  return stale.length === 0 ? 0 : 1;
}

function write(): number {
  for (const [page, content] of Object.entries(PAGES)) writeFileSync(pathOf(page), content());
  return 0;
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--check')) {
  console.error(USAGE);
  process.exit(2);
}
process.exitCode = option === '--check' ? check() : write();
