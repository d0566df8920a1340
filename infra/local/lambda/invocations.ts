import { randomUUID } from 'node:crypto';
import type { Delivery } from '../events/event-bus.ts';
import { type DeliveryJudge, sourceContext } from '../iam/access.ts';
import { localArn } from '../iam/access-request.ts';
import type { Json } from '../json.ts';
import type { Queues } from '../messaging/sqs.ts';
import type { QueueEntry, Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { failureRecord } from './failure-record.ts';
import { FunctionError, type FunctionErrorPayload } from './function-error.ts';
import type { Lambda } from './lambda.ts';

/** Asynchronous invocation settings of a function. `maximumAge` in seconds; ARNs are those of queues. */
export type InvocationPolicy = {
  readonly maximumRetries: number;
  readonly maximumAge: number;
  /** On-failure destination: receives an invocation record. */
  readonly onFailure: string | undefined;
  /** Dead-letter queue: receives the original event. */
  readonly deadLetter: string | undefined;
};

/** Lambda's defaults for asynchronous events: two retries, six hours. */
const defaultPolicy: InvocationPolicy = {
  maximumRetries: 2,
  maximumAge: 6 * 3600,
  onFailure: undefined,
  deadLetter: undefined,
};

type Invocation = {
  readonly requestId: string;
  readonly function: string;
  readonly payload: Json;
  /** The rule target's dead-letter queue, for an event that cannot be delivered to the function. */
  readonly undeliverable: string | undefined;
  /** ARN of the rule that sent it; undefined for other callers. */
  readonly ruleArn?: string | undefined;
};

const eventBridge = 'events.amazonaws.com';

const kind = 'invocation';
const atOnce = 8;
const pollEvery = 500;

/** Lambda waits a minute before the first retry of an asynchronous event, two before the second. */
const retryDelay = (attempt: number) => attempt * 60_000;

/**
 * Asynchronous invocations: a durable queue in front of the functions. Accepted events are delivered at least
 * once, retried, and finally sent to a dead-letter queue.
 */
export class Invocations {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #lambda: Lambda;
  readonly #queues: Queues;
  readonly #judge: DeliveryJudge;
  readonly #policies = new Map<string, InvocationPolicy>();
  readonly #running = new Set<Promise<void>>();
  #stop: (() => void) | undefined;

  constructor(store: Store, clock: Clock, lambda: Lambda, queues: Queues, judge: DeliveryJudge) {
    this.#store = store;
    this.#clock = clock;
    this.#lambda = lambda;
    this.#queues = queues;
    this.#judge = judge;
  }

  configure(functionName: string, policy: Partial<InvocationPolicy>): void {
    const before = this.#policies.get(functionName) ?? defaultPolicy;
    this.#policies.set(functionName, { ...before, ...policy });
  }

  /** `after`: delay in ms. */
  enqueue(
    functionName: string,
    payload: Json,
    {
      after = 0,
      ...from
    }: Partial<Pick<Invocation, 'undeliverable' | 'ruleArn'>> & { after?: number } = {},
  ): void {
    const { undeliverable, ruleArn } = from;
    const requestId = randomUUID();
    const invocation = { requestId, function: functionName, payload, undeliverable, ruleArn };
    const due = this.#clock.now() + after;
    this.#store.enqueue(kind, invocation, { due, at: due });
    if (this.#stop) setImmediate(() => this.#pump());
  }

  /** EventBridge's delivery: the event is stored when this returns, and delivered later. */
  deliver({ targetArn, ruleArn, input, deadLetterArn }: Delivery): void {
    this.enqueue(targetArn.split(':').at(-1) ?? targetArn, input as Json, {
      undeliverable: deadLetterArn,
      ruleArn,
    });
  }

  start(): void {
    const timer = setInterval(() => this.#pump(), pollEvery);
    const forget = this.#clock.onAdvance(() => this.#pump());
    this.#stop = () => {
      clearInterval(timer);
      forget();
    };
    this.#pump();
  }

  async close(): Promise<void> {
    this.#stop?.();
    this.#stop = undefined;
    await Promise.allSettled(this.#running);
  }

  #pump(): void {
    if (!this.#stop) return;
    const room = atOnce - this.#running.size;
    if (room <= 0) return;
    for (const entry of this.#store.take<Invocation>(kind, this.#clock.now(), room)) {
      const delivery = this.#deliverEntry(entry).finally(() => {
        this.#running.delete(delivery);
        this.#pump();
      });
      this.#running.add(delivery);
    }
  }

  async #deliverEntry(entry: QueueEntry<Invocation>): Promise<void> {
    const { function: name, payload } = entry.body;
    if (!this.#lambda.has(name) || !this.#mayCall(entry.body)) return this.#turnBack(entry);
    const policy = this.#policies.get(name) ?? defaultPolicy;
    if (this.#clock.now() - entry.at > policy.maximumAge * 1000)
      return this.#fail(entry, policy, 'EventAgeExceeded', undefined);
    try {
      await this.#lambda.invoke(name, payload);
      this.#store.done(entry.seq);
    } catch (error) {
      this.#retryOrFail(entry, policy, error);
    }
  }

  #retryOrFail(entry: QueueEntry<Invocation>, policy: InvocationPolicy, error: unknown): void {
    if (!this.#stop) return;
    const failure = error instanceof FunctionError ? error.payload : undefined;
    if (entry.attempts >= policy.maximumRetries)
      this.#fail(entry, policy, 'RetriesExhausted', failure);
    else this.#store.retry(entry.seq, this.#clock.now() + retryDelay(entry.attempts + 1));
  }

  /** Whether the function's policy allows the rule; EventBridge does not retry if it does not. */
  #mayCall({ function: name, ruleArn }: Invocation): boolean {
    if (ruleArn === undefined) return true;
    const action = 'lambda:InvokeFunction';
    const called = localArn('lambda', `function:${name}`);
    return this.#judge.serviceMay(eventBridge, action, called, sourceContext(ruleArn));
  }

  /** Sends the event to the rule's dead-letter queue, if that queue's policy allows the rule. */
  #turnBack(entry: QueueEntry<Invocation>): void {
    const { undeliverable, ruleArn, payload } = entry.body;
    const source = sourceContext(ruleArn ?? '');
    const open =
      undeliverable !== undefined &&
      this.#judge.serviceMay(eventBridge, 'sqs:SendMessage', undeliverable, source);
    this.#finish(entry, open ? undeliverable : undefined, payload);
  }

  /** Lambda sends to a queue with the function's role. */
  #openTo(name: string, queue: string | undefined): string | undefined {
    return queue && this.#judge.functionMay(name, 'sqs:SendMessage', queue) ? queue : undefined;
  }

  #fail(
    entry: QueueEntry<Invocation>,
    { onFailure, deadLetter }: InvocationPolicy,
    condition: string,
    failure: FunctionErrorPayload | undefined,
  ): void {
    const { function: name, payload } = entry.body;
    const letters = this.#openTo(name, deadLetter);
    if (letters) this.#queues.send(letters, JSON.stringify(payload));
    this.#finish(
      entry,
      this.#openTo(name, onFailure),
      failureRecord(this.#clock.now(), {
        condition,
        failure,
        ...entry.body,
        attempts: entry.attempts,
      }),
    );
  }

  #finish(entry: QueueEntry<Invocation>, queue: string | undefined, body: Json): void {
    this.#store.transaction(() => {
      if (queue) this.#queues.send(queue, JSON.stringify(body));
      this.#store.done(entry.seq);
    });
  }
}
