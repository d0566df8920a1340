import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { freshAssembly } from '../start/assembly.ts';

const PROCESS = new URL('./target-process.ts', import.meta.url).pathname;

/** A local target in a child process, so that it can be killed like a crashing machine. */
export class PrivateTarget {
  readonly #stateDirectory: string;
  #cdkOut: string | undefined;
  #child: ChildProcess | undefined;
  #api = '';

  /** `cdkOut`: a cloud assembly; default: the sample company's. */
  constructor(stateDirectory: string, cdkOut?: string) {
    this.#stateDirectory = stateDirectory;
    this.#cdkOut = cdkOut;
  }

  get api(): string {
    return this.#api;
  }

  /** Boots; after a restart with the same assembly and on the same ports. */
  async start(): Promise<void> {
    this.#cdkOut ??= await freshAssembly();
    const child = fork(PROCESS, [this.#stateDirectory, this.#cdkOut], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 2, 'inherit', 'ipc'],
    });
    this.#child = child;
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the local target ended with ${code} before it was ready`);
      }),
    ]);
    this.#api = (message as { api: string }).api;
  }

  /** As by `kill -9`: no shutdown handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
