import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGINALS } from './interop/originals.ts';
import { sealOriginal } from './interop/seal-original.ts';
import { type SealedFile, TOOLS, type Tool } from './interop/tools.ts';

/** `npm run interop [-- --dss]`: sealed files × tools that we did not write; exit code 1 if one complains. */

const CASES: readonly (readonly [original: string, parties: number, renewals?: number])[] = [
  ['contract', 1],
  ['contract', 2],
  ['contract', 3],
  ['contract', 4],
  ['classic', 2],
  ['xref-stream', 2],
  ['scanned', 2],
  ['LibreOffice', 2],
  ['500 pages', 2],
  ['contract', 2, 3],
];

const WIDTH = 12;
const LABEL = 30;

async function sealed(work: string, original: string, parties: number, renewals: number) {
  const bytes = await ORIGINALS[original]!();
  if (!bytes) return undefined;
  const folder = join(work, `${original.replace(' ', '-')}-${parties}-${renewals}`);
  mkdirSync(folder);
  const { file, root } = await sealOriginal(bytes, parties, renewals);
  const [path, rootPath] = [join(folder, 'signed.pdf'), join(folder, 'root.pem')];
  writeFileSync(path, file);
  writeFileSync(rootPath, root);
  return { folder, path, bytes: file, root: Buffer.from(root).toString(), rootPath };
}

async function row(label: string, file: SealedFile, tools: readonly Tool[]): Promise<string[]> {
  const cells: string[] = [];
  const complaints: string[] = [];
  for (const tool of tools) {
    const found = await tool.complaints(file);
    cells.push((found.length === 0 ? 'valid' : 'COMPLAINS').padEnd(WIDTH));
    complaints.push(...found.map((complaint) => `  ${tool.name}: ${complaint}`));
  }
  console.log([label.padEnd(LABEL), ...cells].join(''));
  for (const complaint of complaints) console.log(complaint);
  return complaints;
}

async function main(work: string): Promise<number> {
  const asked = TOOLS.map((tool) => ({ tool, missing: tool.missing() }));
  const tools = asked.flatMap(({ tool, missing }) => (missing === undefined ? [tool] : []));
  console.log(['file'.padEnd(LABEL), ...tools.map(({ name }) => name.padEnd(WIDTH))].join(''));
  let complaints = 0;
  for (const [original, parties, renewals = 0] of CASES) {
    const renewed = renewals > 0 ? ', renewed' : '';
    const label = `${original}, ${parties} ${parties === 1 ? 'party' : 'parties'}${renewed}`;
    const file = await sealed(work, original, parties, renewals);
    if (file) complaints += (await row(label, file, tools)).length;
    else console.log(`${label.padEnd(LABEL)}skipped: what makes it is not installed`);
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
