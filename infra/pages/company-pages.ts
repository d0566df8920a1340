import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { accentStyle } from '../../shared/contract/brand/accent-style.ts';
import type { Config } from '../config.ts';
import { privacyPages } from './privacy-pages.ts';

const KEPT = join(import.meta.dirname, '../..', 'dist', 'company-pages');

/**
 * The pages as this company serves them, in a folder named after a hash of their content: with its colour in
 * each page, and its privacy notice as a page per language.
 * @param build as `webBuild` returns it
 */
export function companyPages(build: string, config: Config): string {
  const pages = { ...builtPages(join(build, 'pages')), ...privacyPages(build, config) };
  const style = `<style>${accentStyle(config.company.colour)}</style>`;
  return kept(
    Object.entries(pages).map(([path, html]) => [path, html.replace('</head>', `${style}</head>`)]),
  );
}

const builtPages = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

function kept(pages: readonly (readonly [path: string, html: string])[]): string {
  const hash = createHash('sha256').update(JSON.stringify(pages)).digest('hex').slice(0, 16);
  const folder = join(KEPT, hash);
  if (existsSync(folder)) return folder;
  mkdirSync(KEPT, { recursive: true });
  const unfinished = mkdtempSync(join(KEPT, 'unfinished-'));
  for (const [path, html] of pages) {
    mkdirSync(dirname(join(unfinished, path)), { recursive: true });
    writeFileSync(join(unfinished, path), html);
  }
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  return folder;
}
