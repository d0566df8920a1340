import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cast } from './demo/cast.ts';
import type { Paper } from './demo/drafting.ts';
import { writeEvidence } from './demo/evidence.ts';
import { journey } from './demo/journey.ts';
import { paperFor } from './demo/paper.ts';
import { PrivateTarget } from './demo/private-target.ts';
import { type Step, setStage } from './demo/stage.ts';

const USAGE = `Usage: npm run demo -- [--pdf FILE] [--out DIR] [--at URL] [--parties 4]

Plays the whole journey of a PDF over HTTP, as people would: upload, invitation, code, signature,
stamp, seal, delivery, verification. Writes the signed document and its evidence.

  --pdf FILE     the document; default: an Italian contract
  --out DIR      folder for the evidence; default: out/
  --at URL       a running local target (npm start); default: one of its own
  --parties 4    two directors in one turn, two clients in the next; default: 2`;

interface Options {
  readonly paper: Paper;
  readonly out: string;
  readonly at: string | undefined;
  readonly parties: 2 | 4;
}

function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      pdf: { type: 'string' },
      out: { type: 'string', default: 'out' },
      at: { type: 'string' },
      parties: { type: 'string', default: '2' },
    },
  });
  const { pdf, out, at, parties } = values;
  if (parties !== '2' && parties !== '4') throw new Error('--parties is 2 or 4');
  const count = parties === '4' ? 4 : 2;
  const paper = paperFor(pdf, count);
  return { paper, out: resolve(out), at: at?.replace(/\/$/, ''), parties: count };
}

/** Prints one line per step with its duration. */
const printed: Step = async (name, act) => {
  const began = performance.now();
  try {
    const result = await act();
    console.log(`${milliseconds(began)}  ${name}`);
    return result;
  } catch (error) {
    console.log(`${milliseconds(began)}  ${name}: FAILED`);
    throw error;
  }
};

const milliseconds = (began: number): string =>
  `${(performance.now() - began).toFixed(0).padStart(7)} ms`;

async function play(api: string, { paper, out, parties }: Options): Promise<void> {
  const began = performance.now();
  const stage = await setStage(api, cast(parties), printed);
  const finished = await journey(stage, paper);
  const ms = Math.round(performance.now() - began);
  mkdirSync(out, { recursive: true });
  await writeEvidence(stage, finished, paper.bytes, out);
  const { envelopeId, verifyUrl } = finished;
  console.log(JSON.stringify({ envelopeId, signed: join(out, 'signed.pdf'), verifyUrl, ms }));
}

async function playAlone(options: Options): Promise<void> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-demo-'));
  const target = new PrivateTarget(stateDirectory);
  try {
    await printed('a local target starts', () => target.start());
    await play(target.api, options);
  } finally {
    await target.stop();
    rmSync(stateDirectory, { recursive: true, force: true });
  }
}

function readOptions(): Options {
  try {
    return optionsFrom(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

const options = readOptions();
try {
  await (options.at ? play(options.at, options) : playAlone(options));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
