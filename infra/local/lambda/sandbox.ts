import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Json } from '../json.ts';
import type { Clock } from '../time/clock.ts';
import { FunctionError } from './function-error.ts';
import type { FromSandbox, SandboxData, ToSandbox } from './lambda-worker.ts';

/** `file`: the bundle's entry module; `timeout` in seconds, `memory` in MB. */
export type FunctionConfiguration = {
  readonly name: string;
  readonly arn: string;
  readonly file: string;
  readonly handler: string;
  readonly timeout: number;
  readonly memory: number;
  readonly environment: Record<string, string>;
};

/** Where a function's output goes; `text` ends with a line feed. */
export type WriteLog = (functionName: string, text: string) => void;

/** `cpuMs`: CPU time of this invocation. */
type Invoked = { readonly output: Json; readonly cpuMs: number };

type Pending = {
  readonly requestId: string;
  readonly resolve: (invoked: Invoked) => void;
  readonly reject: (e: Error) => void;
};

/**
 * A Lambda execution environment: a worker thread with its own modules, environment and heap limit, handling
 * one invocation at a time. After a crash or timeout it is `dead`.
 */
export class Sandbox {
  readonly #configuration: FunctionConfiguration;
  readonly #worker: Worker;
  readonly #clock: Clock;
  readonly #forgetClock: () => void;
  #pending: Pending | undefined;
  dead = false;

  constructor(configuration: FunctionConfiguration, clock: Clock, log: WriteLog) {
    this.#configuration = configuration;
    this.#clock = clock;
    this.#worker = startWorker(configuration, clock.offset);
    this.#forgetClock = clock.onAdvance((offset) => this.#post({ type: 'offset', offset }));
    for (const stream of [this.#worker.stdout, this.#worker.stderr])
      stream.on('data', (chunk: Buffer) => log(configuration.name, chunk.toString()));
    this.#worker.on('message', (message: FromSandbox) => this.#answer(message));
    this.#worker.on('error', (error) => this.#crash(error.message));
    this.#worker.on('exit', (code) => this.#crash(`exit status ${code}`));
  }

  /** Rejects with FunctionError when the handler throws, times out, or the sandbox crashes. */
  async invoke(payload: Json): Promise<Invoked> {
    const requestId = randomUUID();
    const milliseconds = this.#configuration.timeout * 1000;
    const timer = setTimeout(() => this.#timeOut(requestId), milliseconds);
    try {
      return await new Promise<Invoked>((resolve, reject) => {
        this.#pending = { requestId, resolve, reject };
        const deadline = this.#clock.now() + milliseconds;
        this.#post({ type: 'invoke', requestId, payload, deadline });
      });
    } finally {
      clearTimeout(timer);
      this.#pending = undefined;
    }
  }

  async close(): Promise<void> {
    this.dead = true;
    this.#forgetClock();
    await this.#worker.terminate();
  }

  #post(message: ToSandbox): void {
    this.#worker.postMessage(message);
  }

  #answer(message: FromSandbox): void {
    if (message.requestId !== this.#pending?.requestId) return;
    if (message.type === 'error' && message.fatal) void this.close();
    if (message.type === 'result')
      this.#pending.resolve({ output: message.payload, cpuMs: message.cpuMs });
    else this.#pending.reject(new FunctionError(message.error));
  }

  #timeOut(requestId: string): void {
    void this.close();
    const seconds = this.#configuration.timeout.toFixed(2);
    this.#pending?.reject(
      new FunctionError({
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
      }),
    );
  }

  #crash(reason: string): void {
    void this.close();
    const requestId = this.#pending?.requestId;
    this.#pending?.reject(
      new FunctionError({
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${requestId} Error: Runtime exited: ${reason}`,
      }),
    );
  }
}

function startWorker(configuration: FunctionConfiguration, offset: number): Worker {
  const { file, handler, arn, name, memory, environment } = configuration;
  const workerData: SandboxData = { file, offset, arn, handler: handler.split('.').at(-1) ?? '' };
  return new Worker(new URL('./lambda-worker.ts', import.meta.url), {
    workerData,
    env: {
      ...environment,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      _HANDLER: handler,
      TZ: ':UTC',
    },
    execArgv: ['--enable-source-maps'],
    resourceLimits: { maxOldGenerationSizeMb: memory },
    stdout: true,
    stderr: true,
  });
}
