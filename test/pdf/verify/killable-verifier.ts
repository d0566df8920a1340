import { Worker } from 'node:worker_threads';

export interface Answer {
  readonly verdict: string;
  readonly reasons: readonly string[];
}

type Outcome = Answer | 'hung' | 'crashed';

/**
 * Verifies in a worker that is killed when an answer exceeds the CPU time limit, however busy the machine is.
 */
export class KillableVerifier {
  readonly #root: Uint8Array;
  readonly #limitCpuMs: number;
  #worker: Worker | undefined;
  #settle: (outcome: Outcome) => void = () => {};

  constructor(root: Uint8Array, limitCpuMs: number) {
    this.#root = root;
    this.#limitCpuMs = limitCpuMs;
  }

  async verify(bytes: Uint8Array): Promise<Outcome> {
    const worker = this.#worker ?? (await this.#start());
    const outcome = await this.#ask(worker, bytes);
    if (typeof outcome === 'string') await this.stop();
    return outcome;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** The first answer is ignored, because the limit does not apply to the start. */
  async #start(): Promise<Worker> {
    const options = { resourceLimits: { maxOldGenerationSizeMb: 512 } };
    const worker = new Worker(new URL('./verify-process.ts', import.meta.url), options);
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', () => this.#settle('crashed'));
    this.#worker = worker;
    await this.#answer(worker, new Uint8Array());
    return worker;
  }

  async #ask(worker: Worker, bytes: Uint8Array): Promise<Outcome> {
    const end = (await cpuMsOf(worker)) + this.#limitCpuMs;
    const watch = setInterval(async () => {
      if ((await cpuMsOf(worker)) > end) this.#settle('hung');
    }, LOOK_MS);
    const outcome = await this.#answer(worker, bytes);
    clearInterval(watch);
    return outcome;
  }

  #answer(worker: Worker, bytes: Uint8Array): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#settle = resolve;
    worker.postMessage({ bytes, root: this.#root });
    return promise;
  }
}

const LOOK_MS = 100;

/** CPU time of the worker thread; Infinity after it has ended. */
async function cpuMsOf(worker: Worker): Promise<number> {
  const used = await worker.cpuUsage().catch(() => undefined);
  return used ? (used.user + used.system) / 1_000 : Number.POSITIVE_INFINITY;
}
