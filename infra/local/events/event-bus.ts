import { randomUUID } from 'node:crypto';
import { accountId, region } from '../aws/account.ts';
import { AwsError } from '../aws/aws-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { type EventPattern, matchesPattern } from './event-pattern.ts';

/** An event as EventBridge hands it to targets; kind `event` in the store, with its `bus`. */
export type BusEvent = JsonObject & {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
};

export interface NewEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: JsonObject;
  readonly resources?: readonly string[];
  /** Time of the event (ms); default: the clock's now. */
  readonly time?: number | undefined;
}

/** Retry policy of a target: `maximumAge` in seconds, `maximumRetries` after the first attempt. */
interface Retry {
  readonly maximumRetries: number;
  readonly maximumAge: number;
}

export interface Target {
  readonly id: string;
  readonly arn: string;
  /** Constant JSON that replaces the event. */
  readonly input: string | undefined;
  readonly retry: Retry;
  readonly deadLetterArn: string | undefined;
}

export interface Rule {
  readonly name: string;
  readonly bus: string;
  readonly pattern: EventPattern | undefined;
  /** Period in ms of a rate() schedule. */
  readonly period: number | undefined;
  readonly enabled: boolean;
}

/** One event on its way to one target. */
export interface Delivery {
  readonly targetArn: string;
  /** The rule on whose behalf the target is invoked. */
  readonly ruleArn: string;
  readonly input: unknown;
  readonly retry: Retry;
  readonly deadLetterArn: string | undefined;
}

/**
 * Accepts a delivery. It is called inside the transaction that stores the event, so it must store the
 * delivery before it returns, and invoke the target later.
 */
export type Deliver = (delivery: Delivery) => void;

const busName = (reference: string) => reference.split('/').at(-1) ?? reference;
const ruleId = (bus: string, rule: string) => `${bus}/${rule}`;

/** ISO 8601 in whole seconds, as EventBridge writes `time`. */
const isoSeconds = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

export function ruleArn(bus: string, rule: string): string {
  const path = bus === 'default' ? rule : ruleId(bus, rule);
  return `arn:aws:events:${region}:${accountId}:rule/${path}`;
}

export const busArn = (name: string): string =>
  `arn:aws:events:${region}:${accountId}:event-bus/${name}`;

/** EventBridge: buses, rules, rate schedules; every event is kept and matched exactly once. */
export class EventBus {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #deliver: Deliver;

  constructor(store: Store, clock: Clock, deliver: Deliver) {
    this.#store = store;
    this.#clock = clock;
    this.#deliver = deliver;
    this.createBus('default');
  }

  createBus(name: string): void {
    this.#store.put('event-bus', name, { name });
  }

  /** The bus named by a name or an ARN; throws ResourceNotFoundException. */
  busOf(reference: string): string {
    const name = busName(reference);
    if (this.#store.get('event-bus', name)) return name;
    throw new AwsError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
  }

  putRule(rule: Rule): void {
    const id = ruleId(rule.bus, rule.name);
    const before = this.#store.get<Rule>('event-rule', id);
    this.#store.transaction(() => {
      this.#store.put('event-rule', id, rule);
      if (rule.period !== undefined && before?.period !== rule.period)
        this.#store.put('event-next', id, this.#clock.now() + rule.period);
    });
  }

  putTargets(bus: string, rule: string, targets: readonly Target[]): void {
    const id = ruleId(bus, rule);
    if (!this.#store.get('event-rule', id))
      throw new AwsError('ResourceNotFoundException', `Rule ${rule} does not exist on ${bus}.`);
    const kept = this.#targets(id).filter(({ id: old }) => !targets.some((one) => one.id === old));
    this.#store.put('event-targets', id, [...kept, ...targets]);
  }

  /** Puts an event on a bus: stores it and hands it to the targets of each rule that matches. */
  emit(bus: string, event: NewEvent): string {
    const busEvent = this.#toBusEvent(event);
    this.#store.transaction(() => {
      this.#store.put('event', busEvent.id, { bus, ...busEvent });
      const rules = this.#store.list<Rule>('event-rule').filter((rule) => rule.bus === bus);
      for (const rule of rules)
        if (rule.enabled && rule.pattern && matchesPattern(rule.pattern, busEvent))
          this.#deliverTo(rule, busEvent);
    });
    return busEvent.id;
  }

  /** Fires rate schedules that are due. After several missed periods a schedule fires once. */
  tick(): void {
    const now = this.#clock.now();
    for (const rule of this.#store.list<Rule>('event-rule')) {
      const id = ruleId(rule.bus, rule.name);
      const next = this.#store.get<number>('event-next', id);
      if (rule.period === undefined || next === undefined || next > now) continue;
      this.#store.transaction(() => {
        this.#store.put('event-next', id, now + (rule.period ?? 0));
        if (rule.enabled) this.#deliverTo(rule, this.#scheduledEvent(rule));
      });
    }
  }

  #targets(rule: string): Target[] {
    return this.#store.get<Target[]>('event-targets', rule) ?? [];
  }

  #toBusEvent({ source, detailType, detail, resources, time }: NewEvent): BusEvent {
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account: accountId,
      time: isoSeconds(time ?? this.#clock.now()),
      region,
      resources: resources ?? [],
      detail,
    };
  }

  #scheduledEvent({ bus, name }: Rule): BusEvent {
    const resources = [ruleArn(bus, name)];
    const detailType = 'Scheduled Event';
    return this.#toBusEvent({ source: 'aws.events', detailType, detail: {}, resources });
  }

  #deliverTo(rule: Rule, event: BusEvent): void {
    for (const { arn, input, retry, deadLetterArn } of this.#targets(ruleId(rule.bus, rule.name)))
      this.#deliver({
        targetArn: arn,
        ruleArn: ruleArn(rule.bus, rule.name),
        input: input === undefined ? event : JSON.parse(input),
        retry,
        deadLetterArn,
      });
  }
}
