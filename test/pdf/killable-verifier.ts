import { Worker } from 'node:worker_threads';

export interface Answer {
  readonly verdict: string;
  readonly reasons: readonly string[];
}

type Outcome = Answer | 'hung' | 'crashed';

/** On a machine that is busy with something else an answer may be late; what hangs does so each time. */
const TRIES = 3;

/** Verifies in a worker that is killed when an answer takes longer. */
export class KillableVerifier {
  readonly #root: Uint8Array;
  readonly #limitMs: number;
  #worker: Worker | undefined;
  #settle: (outcome: Outcome) => void = () => {};

  constructor(root: Uint8Array, limitMs: number) {
    this.#root = root;
    this.#limitMs = limitMs;
  }

  async verify(bytes: Uint8Array, tries = TRIES): Promise<Outcome> {
    if (!this.#worker) await this.#start();
    const outcome = await this.#ask(bytes, this.#limitMs);
    if (typeof outcome === 'string') await this.stop();
    return outcome === 'hung' && tries > 1 ? this.verify(bytes, tries - 1) : outcome;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** The limit is for the verification, not for the start: the first answer is of no interest. */
  async #start(): Promise<void> {
    const options = { resourceLimits: { maxOldGenerationSizeMb: 512 } };
    this.#worker = new Worker(new URL('./verify-process.ts', import.meta.url), options);
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', () => this.#settle('crashed'));
    await this.#ask(new Uint8Array(), 60_000);
  }

  async #ask(bytes: Uint8Array, limitMs: number): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#settle = resolve;
    const timer = setTimeout(() => resolve('hung'), limitMs);
    this.#worker!.postMessage({ bytes, root: this.#root });
    const outcome = await promise;
    clearTimeout(timer);
    return outcome;
  }
}
