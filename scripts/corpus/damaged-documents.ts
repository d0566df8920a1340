import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { damagedDocuments } from '../../test/pdf/fuzz/mutations.ts';

/** Creates a folder of damaged documents, identical for the same seed, for the duration of `use`. */
export async function withDamagedDocuments<Result>(
  count: number,
  seed: number,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-fuzz-'));
  try {
    for (const [index, { bytes }] of fc
      .sample(damagedDocuments, { seed, numRuns: count })
      .entries()) {
      writeFileSync(join(folder, `${seed}-${String(index).padStart(5, '0')}.pdf`), bytes);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
