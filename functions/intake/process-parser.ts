import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import type { ParserAnswer, ParserTask } from './parser.ts';
import type { DocumentParser } from './ports.ts';

export interface ParserLimits {
  readonly seconds: number;
  /** V8 heap limit, MiB. */
  readonly heapMib: number;
  /** Resident memory of the process in MiB, decompressed streams included. */
  readonly residentMib: number;
}

/** The largest accepted document needs a fifth of the time and nine tenths of the memory. */
const LIMITS: ParserLimits = { seconds: 30, heapMib: 384, residentMib: 512 };
const LOOK_EVERY_MS = 50;
/** Semi-space, MiB; V8 reserves three. By default it takes a hundred MiB more and is no faster. */
const NEW_MIB = 16;

/** Beside this module, in sources and bundle. */
const PARSER = new URL(`./parser${extname(import.meta.url)}`, import.meta.url);

/** Needed by Lambda's Node to find its libraries; no other variable is passed on. */
const RUNTIME = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH };

/**
 * Parses each document in a child process without the function's credentials, killed when it exceeds time or
 * memory; the document is then refused as `pdf_unsafe`. A worker thread would not do: running out of heap can
 * end the whole process.
 */
export const processParser = (limits: ParserLimits = LIMITS): DocumentParser => ({
  checkDocument: (bytes) => run({ bytes }, leavingRoomToWrite(bytes, limits)),
  prepareDocument: (bytes, layout) => run({ bytes, layout }, limits),
});

/**
 * A smaller limit for the check: preparing an accepted document needs this much more, for writing and
 * copying.
 */
const leavingRoomToWrite = (bytes: Uint8Array, limits: ParserLimits): ParserLimits => ({
  ...limits,
  residentMib: Math.round(limits.residentMib - (2 * bytes.length) / 2 ** 20),
});

async function run<Result>(task: ParserTask, limits: ParserLimits): Promise<Result> {
  const child = fork(PARSER, {
    env: RUNTIME,
    execArgv: [`--max-old-space-size=${limits.heapMib}`, `--max-semi-space-size=${NEW_MIB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    return resultOf(await answerOf<Result>(child, task, limits));
  } finally {
    child.kill('SIGKILL');
  }
}

async function answerOf<Result>(
  child: ChildProcess,
  task: ParserTask,
  limits: ParserLimits,
): Promise<ParserAnswer<Result>> {
  const { promise, resolve, reject } = Promise.withResolvers<ParserAnswer<Result>>();
  const { seconds, heapMib, residentMib } = limits;
  const timer = setTimeout(
    () => reject(new PdfRefusal('pdf_unsafe', { seconds })),
    seconds * 1_000,
  );
  const watch = setInterval(() => {
    if (residentMibOf(child) > residentMib) reject(new PdfRefusal('pdf_unsafe', { residentMib }));
  }, LOOK_EVERY_MS);
  child.once('message', (answer) => resolve(answer as ParserAnswer<Result>));
  child.on('error', reject);
  child.once('exit', (code, signal) =>
    reject(
      signal
        ? new PdfRefusal('pdf_unsafe', { heapMib })
        : new Error(`the parser ended with ${code}`),
    ),
  );
  child.send(task);
  return promise.finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
  });
}

/** Resident memory from Linux's /proc; 0 if unavailable or the process has ended. */
function residentMibOf({ pid }: ChildProcess): number {
  try {
    const [, kib] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    return Number(kib ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

function resultOf<Result>(answer: ParserAnswer<Result>): Result {
  if ('result' in answer) return answer.result;
  const { code, detail, cause } = answer.refusal;
  throw new PdfRefusal(code, detail, cause && Object.assign(new Error(code), cause));
}
