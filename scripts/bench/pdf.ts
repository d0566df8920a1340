import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCUMENTS, type DocumentName } from './documents.ts';
import type { Measurement } from './measurement.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import { sealingBundle } from './sealing-bundle.ts';

const MEASURE = new URL('./measure-process.ts', import.meta.url).pathname;
const MINUTES = 60_000;

/** Measures every operation on every document; false if a limit is exceeded. */
export async function benchPdf(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-bench-'));
  const names = Object.keys(OPERATIONS) as OperationName[];
  const table = new Map<DocumentName, Map<OperationName, Measurement>>();
  console.log(line(['ms (peak MiB)', ...names]));
  console.log(line(['---', ...names.map(() => '---:')]));
  try {
    for (const document of Object.keys(DOCUMENTS) as DocumentName[]) {
      const file = join(folder, 'document.pdf');
      writeFileSync(file, await DOCUMENTS[document]());
      const row = new Map(names.map((name) => [name, measure(name, file)]));
      table.set(document, row);
      console.log(line([document, ...names.map((name) => cell(row.get(name)))]));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return report(table);
}

function measure(name: OperationName, file: string): Measurement {
  const output = execFileSync(process.execPath, ['--expose-gc', MEASURE, name, file], {
    encoding: 'utf8',
    timeout: 10 * MINUTES,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output.trim().split('\n').at(-1)!) as Measurement;
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const cell = (measured: Measurement | undefined): string =>
  measured ? `${measured.ms.toPrecision(3)} (${measured.peakMib})` : '';

type Table = ReadonlyMap<DocumentName, ReadonlyMap<OperationName, Measurement>>;

interface Promised {
  readonly what: string;
  readonly value: number;
  readonly atMost: number;
}

/** Compares the measurements with the limits. */
function promises(table: Table): Promised[] {
  const ratio = (document: DocumentName, name: OperationName, beside: OperationName) =>
    table.get(document)!.get(name)!.ms / table.get(document)!.get(beside)!.ms;
  const ms = (document: DocumentName) => table.get(document)!.get('signature')!.ms;
  const [smallest, largest] = ['10 KB, 1 page', '50 MB, 100 pages'] as const;
  const { kilobytes, importMs } = sealingBundle();
  return [
    { what: 'signature, 50 MB ÷ 10 KB', value: ms(largest) / ms(smallest), atMost: 1.2 },
    {
      what: 'signature ÷ hash + sign, 50 MB',
      value: ratio(largest, 'signature', 'hash + sign'),
      atMost: 0.25,
    },
    ...[...table.keys()].map((document) => ({
      what: `intake ÷ load + save, ${document}`,
      value: ratio(document, 'intake', 'load + save'),
      atMost: 1.5,
    })),
    { what: 'sealing function, KB minified', value: kilobytes, atMost: 700 },
    { what: 'sealing function, ms to import', value: importMs, atMost: 120 },
  ];
}

/** Prints the comparisons; false if a limit is exceeded. */
function report(table: Table): boolean {
  const results = promises(table).map(({ what, value, atMost }) => {
    const kept = value <= atMost;
    console.log(`${kept ? 'kept' : 'MISSED'}  ${what}: ${value.toFixed(2)}, at most ${atMost}`);
    return kept;
  });
  return results.every(Boolean);
}
