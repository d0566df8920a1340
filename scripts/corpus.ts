import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withDamagedDocuments } from './corpus/damaged-documents.ts';
import { type Judgement, judgeFile } from './corpus/judge-file.ts';

const USAGE = `Usage: npm run corpus -- DIR | --fuzz N [--seed S]

Runs intake on every PDF in a folder, each in its own process with a time limit, and compares each
page before and after in pdf.js and poppler, outside the id strip and the widgets. An optional
corpus.tsv has one line per file: name, expected outcome (accept, refuse, either) and reason (for
refuse: the code). Exit code 0 only if every accepted file looks the same, all outcomes are as
expected, and nothing hung or crashed.

With --fuzz it generates N damaged documents, the same for the same seed.`;

interface Expected {
  readonly file: string;
  readonly expect: string;
  readonly why: string;
}

/** Files judged at once; each runs two renderers. */
const AT_ONCE = 2;

function expectations(folder: string): Expected[] {
  const table = join(folder, 'corpus.tsv');
  if (!existsSync(table)) {
    const files = readdirSync(folder).filter((name) => /\.pdf$/i.test(name));
    return files.sort().map((file) => ({ file, expect: 'either', why: '' }));
  }
  const [, ...lines] = readFileSync(table, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [file = '', expect = '', why = ''] = line.split('\t');
    return { file, expect, why };
  });
}

const OUTCOMES: Readonly<Record<string, string>> = {
  same: 'accepted and same',
  different: 'accepted and different',
  hang: 'hang',
  crash: 'crash',
};

/** Every outcome outside `OUTCOMES` is a refusal's code. */
const isRefusal = (outcome: string) => !(outcome in OUTCOMES);

function isRight({ expect, why }: Expected, { outcome }: Judgement): boolean {
  if (expect === 'accept') return outcome === 'same';
  if (expect === 'refuse') return outcome === why;
  return outcome === 'same' || isRefusal(outcome);
}

function printed(expected: Expected, judgement: Judgement, right: boolean): string {
  const { outcome, details, ms, peakMib } = judgement;
  const verdict = isRefusal(outcome) ? `refused (${outcome})` : OUTCOMES[outcome]!;
  const cost = ms === undefined ? '' : `${ms} ms, ${peakMib} MiB`;
  const line = [right ? 'ok   ' : 'WRONG', verdict.padEnd(30), cost.padStart(18), expected.file];
  const wanted = right ? [] : [`expected ${expected.expect} ${expected.why}`];
  return [line.join('  '), ...[...wanted, ...details].map((it) => `         ${it}`)].join('\n');
}

async function judgeFolder(folder: string): Promise<number> {
  const waiting = expectations(folder);
  const counts = new Map<string, number>();
  let wrong = 0;
  async function work() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const judgement = await judgeFile(join(folder, next.file));
      const right = isRight(next, judgement);
      if (!right) wrong += 1;
      counts.set(judgement.outcome, (counts.get(judgement.outcome) ?? 0) + 1);
      console.log(printed(next, judgement, right));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log([...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', '));
  console.log(wrong === 0 ? 'all as expected' : `${wrong} WRONG`);
  return wrong === 0 ? 0 : 1;
}

function main(args: readonly string[]): Promise<number> {
  const options = { fuzz: { type: 'string' }, seed: { type: 'string', default: '1' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [folder] = positionals;
  const [count, seed] = [Number(values.fuzz), Number(values.seed)];
  if (values.fuzz !== undefined && Number.isInteger(count) && Number.isInteger(seed)) {
    return withDamagedDocuments(count, seed, judgeFolder);
  }
  if (folder === undefined) throw new Error(USAGE);
  return judgeFolder(folder);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
