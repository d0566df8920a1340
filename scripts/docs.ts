import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiPage } from './docs/api-page.ts';
import { clientTypes } from './docs/client-types.ts';
import { eventsPage } from './docs/events-page.ts';
import { openApi } from './docs/open-api.ts';
import { pathValidationPage } from './docs/path-validation-page.ts';

const USAGE = `Usage: npm run docs [-- --check]

Writes docs/openapi.json, docs/api.md, the types of client/ and docs/events.md from the contracts in shared/contract,
and the results of the published test cases into docs/path-validation.md. With --check it writes nothing and fails if one
of them is out of date.`;

/** Renders each page, given its stored text. */
const PAGES: Readonly<Record<string, (stored: string) => string | Promise<string>>> = {
  'docs/openapi.json': () => `${JSON.stringify(openApi(), undefined, 2)}\n`,
  'docs/api.md': apiPage,
  'client/api-types.ts': () => clientTypes(openApi()),
  'docs/events.md': eventsPage,
  'docs/path-validation.md': pathValidationPage,
};

const pathOf = (page: string): string => fileURLToPath(new URL(`../${page}`, import.meta.url));

function stored(page: string): string {
  try {
    return readFileSync(pathOf(page), 'utf8');
  } catch {
    return '';
  }
}

async function check(): Promise<number> {
  let stale = 0;
  for (const [page, write] of Object.entries(PAGES)) {
    if (stored(page) === (await write(stored(page)))) continue;
    console.error(`${page} is stale: run npm run docs`);
    stale += 1;
  }
  return stale === 0 ? 0 : 1;
}

async function write(): Promise<number> {
  for (const [page, content] of Object.entries(PAGES))
    writeFileSync(pathOf(page), await content(stored(page)));
  return 0;
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--check')) {
  console.error(USAGE);
  process.exit(2);
}
process.exitCode = await (option === '--check' ? check() : write());
