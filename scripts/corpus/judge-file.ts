import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison, Intake } from './intake-result.ts';
import { type Limited, runLimited } from './run-limited.ts';

export interface Judgement {
  /** `same`, `different`, `hang`, `crash`, or a refusal's code. */
  readonly outcome: string;
  readonly details: readonly string[];
  readonly ms?: number;
  readonly peakMib?: number;
}

const INTAKE = new URL('./intake-process.ts', import.meta.url);
const COMPARE = new URL('./compare-process.ts', import.meta.url);

/** The deployed function has 3 GB and two minutes; ordinary files need a fraction of either. */
const INTAKE_LIMITS = { seconds: 60, heapMib: 512 };
const COMPARE_LIMITS = { seconds: 300, heapMib: 2_048 };

/** Runs intake on one file and compares the result with the original. */
export async function judgeFile(file: string): Promise<Judgement> {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-corpus-'));
  const prepared = join(folder, 'prepared.pdf');
  try {
    const ran = await runLimited(INTAKE, [file, prepared], INTAKE_LIMITS);
    if (ran.ended !== 'well') return { outcome: ran.ended, details: [ran.why] };
    const intake = JSON.parse(ran.json) as Intake;
    if (!intake.pages) return { outcome: intake.outcome, details: [], peakMib: intake.peakMib };
    const args = [file, prepared, JSON.stringify(intake.pages)];
    const compared = await runLimited(COMPARE, args, COMPARE_LIMITS);
    const details = [...differencesIn(compared), ...qpdfErrors(file, prepared)];
    const { ms, peakMib } = intake;
    return { outcome: details.length > 0 ? 'different' : 'same', details, ms, peakMib };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function differencesIn(compared: Limited): readonly string[] {
  if (compared.ended !== 'well') return [`cannot be compared: ${compared.why}`];
  const { differences, renderers } = JSON.parse(compared.json) as Comparison;
  return renderers.length > 0 ? differences : ['no renderer shows the file as it came'];
}

/** `qpdf --check` exits with 3 for warnings and 2 for errors. Problems of the original are not reported. */
function qpdfErrors(original: string, prepared: string): string[] {
  const check = (file: string) => spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  const after = check(prepared);
  if (after.error || after.status === 0) return [];
  if (after.status === 3 && check(original).status !== 0) return [];
  const [first = ''] = after.stderr.split('\n');
  return [`qpdf --check: ${first.replace(prepared, 'prepared')}`];
}
