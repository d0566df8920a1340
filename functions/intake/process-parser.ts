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
  /** Of the whole process, with what a document is inflated to. */
  readonly residentMib: number;
}

/** The largest document that is allowed takes a fifth of the time and nine tenths of the memory. */
const LIMITS: ParserLimits = { seconds: 30, heapMib: 384, residentMib: 512 };
const LOOK_EVERY_MS = 50;
/** Semi-space, MiB; V8 reserves three. By default it takes a hundred MiB more and is no faster. */
const NEW_MIB = 16;

/** Lies beside this module, in the sources as in the bundle. */
const PARSER = new URL(`./parser${extname(import.meta.url)}`, import.meta.url);

/** Where Lambda's Node finds its libraries; nothing else of the function's environment. */
const RUNTIME = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH };

/**
 * Parses each document in a process of its own, without the function's credentials, that is killed
 * when it takes too long and dies when it takes too much memory: the document is then refused as
 * `pdf_unsafe`, and the function goes on. A thread would not do: one whose heap is full may take its
 * whole process with it.
 */
export const processParser = (limits: ParserLimits = LIMITS): DocumentParser => ({
  checkDocument: (bytes) => run({ bytes }, leavingRoomToWrite(bytes, limits)),
  prepareDocument: (bytes, layout) => run({ bytes, layout }, limits),
});

/** A document that was accepted must not fail once it is sent: prepared, it is written and copied. */
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

/** As Linux tells it; 0 where it is not told, or where the process has ended. */
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
