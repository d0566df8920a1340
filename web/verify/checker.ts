import type { VerifyAnswer, VerifyPageFacts } from '../../shared/contract/verifier.ts';
import type { Report } from '../../shared/pdf/verify/report.ts';
import type { CheckAnswer, CheckQuestion } from './check-worker.ts';

export interface Checked extends CheckAnswer {
  readonly rooted: boolean;
  readonly answer: VerifyAnswer | undefined;
}

/** How long to wait for the register before the file is judged without it, ms. */
const PATIENCE_MS = 8_000;

/**
 * Time limit of a check: many times what the largest document takes on an old phone. A crafted file could run
 * for ever.
 */
const LIMIT_MS = 30_000;

/** A check that exceeded the time limit. */
export class CheckTimedOut extends Error {
  override readonly name = 'CheckTimedOut';
}

const newWorker = () =>
  new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });

/**
 * Checks files in a worker. Worker and root certificate are loaded with the page, so that checks work
 * offline. A file never leaves the device.
 */
export class Checker {
  #worker = newWorker();
  readonly #servedAt: string;
  #root: Promise<Uint8Array | undefined> = fetchFile('/pki/root.der');
  readonly #timestampRoots = fetchFile('/pki/timestamp-roots.pem');

  /** When the server rendered the page, ISO 8601. */
  constructor(servedAt: string) {
    this.#servedAt = servedAt;
  }

  /** Rejects if the file cannot be read or the worker fails, and with `CheckTimedOut` at the time limit. */
  async check(
    file: Blob,
    { code, record }: Pick<VerifyPageFacts, 'code' | 'record'>,
    claim: string | undefined,
  ): Promise<Checked> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const root = await this.#rootNow();
    const roots = root ? [root] : [];
    const timestampRoots = await this.#timestampRoots;
    const now = new Date(Math.max(Date.now(), Date.parse(this.#servedAt)));
    const recordedSha256 = record?.sha256;
    const question = { bytes, roots, timestampRoots, claim, now, recordedSha256 };
    const checked = await this.#inWorker(question);
    const answer = await askRegister(checked.report, code);
    return { ...checked, rooted: root !== undefined, answer };
  }

  async #rootNow(): Promise<Uint8Array | undefined> {
    const root = await this.#root;
    if (root) return root;
    this.#root = fetchFile('/pki/root.der');
    return this.#root;
  }

  #inWorker(question: CheckQuestion): Promise<CheckAnswer> {
    const answered = new Promise<CheckAnswer>((resolve, reject) => {
      const failed = () => reject(new Error('the worker failed'));
      this.#worker.onmessage = ({ data }: MessageEvent<CheckAnswer | undefined>) =>
        data ? resolve(data) : failed();
      this.#worker.onerror = failed;
      this.#worker.postMessage(question, [question.bytes.buffer]);
    });
    return this.#inTime(answered);
  }

  #inTime<T>(answered: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(this.#stop()), LIMIT_MS);
      answered.then(resolve, reject).finally(() => clearTimeout(limit));
    });
  }

  /** Terminates the worker with its current check; the next file gets a new one. */
  #stop(): CheckTimedOut {
    this.#worker.terminate();
    this.#worker = newWorker();
    return new CheckTimedOut();
  }
}

async function fetchFile(path: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(path);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Queries the register by hash, with the code in the file or else the page's. */
async function askRegister(
  { closedSha256: sha256, envelopeId }: Report,
  code: string | undefined,
): Promise<VerifyAnswer | undefined> {
  const id = envelopeId ?? code;
  try {
    const response = await fetch('/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sha256, ...(id !== undefined && { id }) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
