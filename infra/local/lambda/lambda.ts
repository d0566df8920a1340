import { AwsError } from '../aws/aws-error.ts';
import type { Meter } from '../aws/meter.ts';
import type { Json } from '../json.ts';
import type { Clock } from '../time/clock.ts';
import { FunctionError } from './function-error.ts';
import { type FunctionConfiguration, Sandbox, type WriteLog } from './sandbox.ts';

/** Lambda's payload limit for a synchronous invocation: 6 MB each way. */
const largestPayload = 6 * 2 ** 20;

/** Concurrent sandboxes per function. More would not be faster on one machine; further invocations queue. */
const sandboxesPerFunction = 4;

type Pool = {
  readonly configuration: FunctionConfiguration;
  readonly sandboxes: Set<Sandbox>;
  readonly idle: Sandbox[];
  readonly waiting: (() => void)[];
};

/** The Lambda functions of the template, run from their bundles. */
export class Lambda {
  readonly #clock: Clock;
  readonly #log: WriteLog;
  readonly #meter: Meter;
  readonly #pools = new Map<string, Pool>();
  #closed = false;

  constructor(clock: Clock, log: WriteLog, meter: Meter) {
    this.#clock = clock;
    this.#meter = meter;
    this.#log = log;
  }

  define(configuration: FunctionConfiguration): void {
    this.#pools.set(configuration.name, {
      configuration,
      sandboxes: new Set(),
      idle: [],
      waiting: [],
    });
  }

  has(reference: string): boolean {
    return this.#pools.has(nameOf(reference));
  }

  /**
   * Invokes a function by name or ARN and returns its result; calls `begins` when a sandbox starts it. Throws
   * AwsError (ResourceNotFoundException, RequestTooLargeException) or FunctionError.
   */
  async invoke(reference: string, payload: Json, begins = () => {}): Promise<Json> {
    const pool = this.#pools.get(nameOf(reference));
    if (!pool)
      throw new AwsError('ResourceNotFoundException', `Function not found: ${reference}`, 404);
    if (JSON.stringify(payload).length > largestPayload)
      throw new AwsError('RequestTooLargeException', 'The payload is over 6 MB', 413);
    const answer = await this.#run(pool, payload, begins);
    if (JSON.stringify(answer).length <= largestPayload) return answer;
    throw new FunctionError({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size',
    });
  }

  /** True while any function is running. */
  get busy(): boolean {
    return [...this.#pools.values()].some(({ sandboxes, idle }) => sandboxes.size > idle.length);
  }

  async #run(pool: Pool, payload: Json, begins: () => void): Promise<Json> {
    let sandbox = this.#claim(pool);
    while (!sandbox) {
      await new Promise<void>((resolve) => pool.waiting.push(resolve));
      sandbox = this.#claim(pool);
    }
    begins();
    try {
      const { output, cpuMs } = await sandbox.invoke(payload);
      this.#meter.add('lambda.request', pool.configuration.name);
      this.#meter.add('lambda.cpu-ms', pool.configuration.name, cpuMs);
      return output;
    } finally {
      if (sandbox.dead) pool.sandboxes.delete(sandbox);
      else pool.idle.push(sandbox);
      pool.waiting.shift()?.();
    }
  }

  /** An idle sandbox, or undefined while the concurrency limit is reached. */
  #claim(pool: Pool): Sandbox | undefined {
    if (this.#closed) throw new AwsError('ServiceException', 'The local target has ended', 500);
    for (let idle = pool.idle.pop(); idle; idle = pool.idle.pop())
      if (idle.dead) pool.sandboxes.delete(idle);
      else return idle;
    if (pool.sandboxes.size >= sandboxesPerFunction) return undefined;
    const sandbox = new Sandbox(pool.configuration, this.#clock, this.#log);
    pool.sandboxes.add(sandbox);
    return sandbox;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { sandboxes, waiting } of this.#pools.values()) {
      for (const wake of waiting.splice(0)) wake();
      await Promise.all([...sandboxes].map((sandbox) => sandbox.close()));
    }
  }
}

/** The name in a reference: name, ARN, ARN with a qualifier. */
const nameOf = (reference: string) =>
  /^arn:[\w-]+:lambda:[\w-]*:\d*:function:([\w-]+)/.exec(reference)?.[1] ?? reference;
