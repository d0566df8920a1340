import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGINALS } from './interop/originals.ts';
import { type SealingCase, sealOriginal } from './interop/seal-original.ts';
import { type SealedFile, TOOLS, type Tool } from './interop/tools.ts';

/**
 * `npm run interop [-- --dss]`: checks sealed files with other vendors' tools; exit code 1 if one reports a
 * problem.
 */

interface Case extends SealingCase {
  readonly original: string;
  /** Known complaints that cannot be avoided, by tool; see docs/interop.md. */
  readonly documented?: Readonly<Record<string, readonly string[]>>;
}

/** NSS requires a CRL URL in every certificate. */
const NO_LIST = { pdfsig: ['"Certificate is Trusted." 2 times of 3'] };

const CASES: readonly Case[] = [
  { original: 'contract', parties: 1 },
  { original: 'contract', parties: 2 },
  { original: 'contract', parties: 3 },
  { original: 'contract', parties: 4 },
  { original: 'classic', parties: 2 },
  { original: 'xref-stream', parties: 2 },
  { original: 'scanned', parties: 2 },
  { original: 'LibreOffice', parties: 2 },
  { original: '500 pages', parties: 2 },
  { original: 'contract', parties: 2, renewals: 3 },
  { original: 'contract', parties: 2, outside: true, documented: NO_LIST },
];

const WIDTH = 12;
const LABEL = 30;

const labelOf = ({ original, parties, renewals, outside }: Case): string =>
  [
    `${original}, ${parties} ${parties === 1 ? 'party' : 'parties'}`,
    ...(renewals ? ['renewed'] : []),
    ...(outside ? ['outside'] : []),
  ].join(', ');

async function sealed(work: string, each: Case): Promise<SealedFile | undefined> {
  const bytes = await ORIGINALS[each.original]!();
  if (!bytes) return undefined;
  const folder = join(work, labelOf(each).replaceAll(/\W+/g, '-'));
  mkdirSync(folder);
  const { file, root, outsideRoots } = await sealOriginal(bytes, each);
  const path = join(folder, 'signed.pdf');
  writeFileSync(path, file);
  const rootPaths = [root, ...outsideRoots].map((_, index) => join(folder, `root${index}.pem`));
  for (const [index, pem] of [root, ...outsideRoots].entries())
    writeFileSync(rootPaths[index]!, pem);
  return { folder, path, bytes: file, root, outsideRoots, rootPaths };
}

async function row(each: Case, file: SealedFile, tools: readonly Tool[]): Promise<string[]> {
  const cells: string[] = [];
  const complaints: string[] = [];
  for (const tool of tools) {
    const found = await tool.complaints(file);
    const known = each.documented?.[tool.name] ?? [];
    const fresh = found.filter((complaint) => !known.includes(complaint));
    cells.push(cellFor(found, fresh).padEnd(WIDTH));
    complaints.push(...fresh.map((complaint) => `  ${tool.name}: ${complaint}`));
  }
  console.log([labelOf(each).padEnd(LABEL), ...cells].join(''));
  for (const complaint of complaints) console.log(complaint);
  return complaints;
}

function cellFor(found: readonly string[], fresh: readonly string[]): string {
  if (fresh.length > 0) return 'COMPLAINS';
  return found.length > 0 ? 'documented' : 'valid';
}

async function main(work: string): Promise<number> {
  const asked = TOOLS.map((tool) => ({ tool, missing: tool.missing() }));
  const tools = asked.flatMap(({ tool, missing }) => (missing === undefined ? [tool] : []));
  console.log(['file'.padEnd(LABEL), ...tools.map(({ name }) => name.padEnd(WIDTH))].join(''));
  let complaints = 0;
  for (const each of CASES) {
    const file = await sealed(work, each);
    if (file) complaints += (await row(each, file, tools)).length;
    else console.log(`${labelOf(each).padEnd(LABEL)}skipped: what makes it is not installed`);
  }
  for (const { tool, missing } of asked)
    if (missing !== undefined) console.log(`${tool.name} skipped: ${missing}`);
  return complaints === 0 ? 0 : 1;
}

const work = mkdtempSync(join(tmpdir(), 'sigillo-interop-'));
try {
  process.exitCode = await main(work);
} finally {
  rmSync(work, { recursive: true });
}
