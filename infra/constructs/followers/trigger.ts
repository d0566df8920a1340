import { Duration } from 'aws-cdk-lib';
import {
  type EventBus,
  type EventPattern,
  Rule,
  RuleTargetInput,
  type Schedule,
} from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from '../alarms/alarms.ts';
import type { SigilloFunction } from '../sigillo-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';

export interface TriggerProps {
  readonly description: string;
  /** A pattern, on the account's default bus unless `bus` is given, or a schedule. */
  readonly when:
    | { readonly pattern: EventPattern; readonly bus?: EventBus }
    | { readonly schedule: Schedule };
  /** Constant input passed in place of the event. */
  readonly input?: Readonly<Record<string, string>>;
  readonly target: SigilloFunction;
  /** `impact`: what is lost if an event stays unhandled. `toldBy`: the alarm that already covers it. */
  readonly lost: { readonly impact: string } | { readonly toldBy: string };
  readonly alarms: Alarms;
}

/** Invokes a function on an event or a schedule. What fails for a day goes to a queue with an alarm. */
export class Trigger extends Construct {
  readonly #target: SigilloFunction;
  readonly #queue: Queue;

  constructor(scope: Construct, id: string, props: TriggerProps) {
    super(scope, id);
    const { target, alarms, lost: letters } = props;
    const { queue } = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      letters,
      name: target.name,
    });
    const rule = new Rule(this, 'Rule', {
      description: props.description,
      ...('pattern' in props.when
        ? { eventPattern: props.when.pattern, ...(props.when.bus && { eventBus: props.when.bus }) }
        : { schedule: props.when.schedule }),
    });
    rule.addTarget(
      new LambdaFunction(target.lambda, {
        deadLetterQueue: queue,
        ...(props.input && { event: RuleTargetInput.fromObject(props.input) }),
      }),
    );
    target.lambda.configureAsyncInvoke({
      onFailure: new SqsDestination(queue),
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
    });
    this.#target = target;
    this.#queue = queue;
  }

  /**
   * Further events that invoke the same function, from the account's default bus unless `bus` is given.
   * Failures go to the same queue.
   */
  also(
    id: string,
    { description, pattern, bus }: { description: string; pattern: EventPattern; bus?: EventBus },
  ): Rule {
    const rule = new Rule(this, id, {
      description,
      eventPattern: pattern,
      ...(bus && { eventBus: bus }),
    });
    rule.addTarget(new LambdaFunction(this.#target.lambda, { deadLetterQueue: this.#queue }));
    return rule;
  }
}
