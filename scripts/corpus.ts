/**
 * Runs intake over a folder of real PDFs: `node scripts/corpus.ts FOLDER`. Its `corpus.tsv` names a
 * file a line and what to expect of it: `accept`, `refuse` with the refusal's code in the next
 * column, or `either`. Prints what differs and ends with 1 if anything does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument, type LaidField, prepareDocument } from '../shared/pdf/intake.ts';
import { PdfRefusal } from '../shared/pdf/refusal.ts';

const SIGNER = 'signer';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/corpus.ts FOLDER');

/** "accept", or the code of the refusal. */
async function intake(bytes: Uint8Array): Promise<string> {
  try {
    const { pages } = await checkDocument(bytes);
    const { width = 0, height = 0 } = pages[0] ?? {};
    const signature: LaidField = {
      id: 'signature',
      party: SIGNER,
      kind: 'signature',
      page: 0,
      x: 0,
      y: 0,
      width: Math.min(160, width),
      height: Math.min(50, height),
    };
    await prepareDocument(bytes, {
      envelopeId: '0'.repeat(26),
      title: 'Corpus',
      language: 'en',
      parties: [{ id: SIGNER }],
      fields: [signature],
      certificatePages: 1,
    });
    return 'accept';
  } catch (error) {
    if (error instanceof PdfRefusal) return error.code;
    throw error;
  }
}

const isExpected = (expected: string, why: string, outcome: string): boolean =>
  expected === 'either' || outcome === (expected === 'refuse' ? why : expected);

const [, ...lines] = readFileSync(join(folder, 'corpus.tsv'), 'utf8').trim().split('\n');
let differing = 0;
for (const line of lines) {
  const [file = '', expected = '', why = ''] = line.split('\t');
  const outcome = await intake(new Uint8Array(readFileSync(join(folder, file))));
  if (isExpected(expected, why, outcome)) continue;
  differing += 1;
  console.log(`${file}: expected ${expected} (${why}), got ${outcome}`);
}
console.log(`${lines.length} files, ${differing} differ`);
process.exitCode = differing > 0 ? 1 : 0;
