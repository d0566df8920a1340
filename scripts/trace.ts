import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { functionsBuild } from '../infra/build/bundles.ts';
import { ENTRIES } from '../infra/build/entries.ts';

const USAGE = `Usage: npm run trace -- FUNCTION < STACK

Maps a stack trace from a function's log (the field "stack") to source lines, because functions are
deployed minified. Run it on the deployed release.

FUNCTION: ${Object.keys(ENTRIES).join(', ')}`;

const FRAME = /(?<module>[\w-]+\.mjs):(?<line>\d+):(?<column>\d+)/;
const root = join(import.meta.dirname, '..');

const mapOf = (folder: string, module: string) =>
  new SourceMap(JSON.parse(readFileSync(join(folder, `${module}.map`), 'utf8')));

function traced(folder: string, frame: string): string {
  const { module, line, column } = FRAME.exec(frame)?.groups ?? {};
  if (!module) return frame;
  const found = mapOf(folder, module).findOrigin(Number(line), Number(column));
  if (!('fileName' in found)) return frame;
  const file = relative(root, join(folder, found.fileName));
  return `at ${found.name ?? '?'} (${file}:${found.lineNumber}:${found.columnNumber})`;
}

const [name] = process.argv.slice(2);
if (name === undefined || !(name in ENTRIES)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const frames = (await text(process.stdin)).trim().split(/\s*\|\s*|\n\s*/);
  for (const frame of frames) console.log(traced(join(functionsBuild(), name), frame));
}
