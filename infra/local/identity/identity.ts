import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../time/clock.ts';
import type { IdentityClient } from './identity-provider.ts';
import type {
  FromIdentityWorker,
  IdentityWorkerData,
  ToIdentityWorker,
} from './identity-worker.ts';
import type { User } from './user.ts';

/** `file`: the SQLite file of its keys, sessions and tokens; `port` 0 takes any free one. */
export type IdentityOptions = {
  readonly port: number;
  readonly file: string;
  readonly clock: Clock;
  readonly log: (text: string) => void;
};

/**
 * The local stand-in for the Cognito user pool. It runs in a worker thread, because its `Date` must follow
 * the local clock, while the main thread keeps the machine's.
 */
export class Identity {
  readonly #worker: Worker;
  readonly #forgetClock: () => void;
  readonly issuer: string;

  private constructor(worker: Worker, clock: Clock, port: number) {
    this.#worker = worker;
    this.issuer = `http://127.0.0.1:${port}`;
    this.#forgetClock = clock.onAdvance((offset) => this.#post({ type: 'offset', offset }));
  }

  /** Listens at once, so that the address is known; rejects when the port is taken. */
  static async listen({ port, file, clock, log }: IdentityOptions): Promise<Identity> {
    const workerData: IdentityWorkerData = { port, file, offset: clock.offset };
    const worker = new Worker(new URL('./identity-worker.ts', import.meta.url), {
      workerData,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (chunk: Buffer) => log(chunk.toString()));
    const [first] = (await once(worker, 'message')) as [FromIdentityWorker];
    return new Identity(worker, clock, first.type === 'listening' ? first.port : port);
  }

  async serve(clients: readonly IdentityClient[], users: readonly User[]): Promise<void> {
    const serving = once(this.#worker, 'message');
    this.#post({ type: 'serve', options: { issuer: this.issuer, clients, users } });
    await serving;
  }

  #post(message: ToIdentityWorker): void {
    this.#worker.postMessage(message);
  }

  async close(): Promise<void> {
    this.#forgetClock();
    await this.#worker.terminate();
  }
}
