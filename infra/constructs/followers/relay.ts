import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { notCalledFor } from '../../../shared/contract/followers.ts';
import type { Bundles } from '../../build/bundles.ts';
import type { Config } from '../../config.ts';
import type { DataStack } from '../../stacks/data-stack.ts';
import { READING } from '../alarms/alarms.ts';
import { retentionVariables } from '../retention-variables.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import { grantEndWaits, type Workflow } from '../workflow/workflow.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { DomainBus } from './domain-bus.ts';
import { Trigger } from './trigger.ts';

/**
 * Parallel batches per shard: an entry that cannot be processed blocks a quarter of the envelopes, and the
 * two followers use at most eight of the ten concurrent executions that a new account has.
 */
const LANES = 4;

export interface RelayProps {
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly workflow: Workflow;
  readonly bus: DomainBus;
  readonly config: Config;
}

/**
 * How far the list and the bus may lag behind. A workflow step appends several entries within seconds;
 * handled together they cost one write of the list's row and its indexes, and one invocation.
 */
const GATHERED_SECONDS = 3;

/** Names and alarm texts of one follower. */
interface Following {
  readonly as: 'relay' | 'publish';
  /** Entries that arrive within this window are handled in one batch. */
  readonly window: Duration;
  readonly lettersId: string;
  readonly streamId: string;
  /** What is lost with an entry that could not be handled within a day. */
  readonly lossImpact: string;
  readonly delayImpact: string;
}

/**
 * The two functions that read the ledger's stream; DynamoDB throttles a third reader. One advances the
 * workflow, the other publishes events, so that a failing bus does not stop envelopes.
 */
export class Relay extends Construct {
  readonly publish: SigilloFunction;
  readonly functions: readonly SigilloFunction[];

  constructor(scope: Construct, id: string, props: RelayProps) {
    super(scope, id);
    const relay = this.#relay(props);
    this.#followLedger(relay, props, {
      as: 'relay',
      window: Duration.seconds(0),
      lettersId: 'DeadLetters',
      streamId: 'Stream',
      lossImpact: 'Entries of the ledger were not carried on: an envelope may stand still.',
      delayImpact: 'Signatures do not resume their workflow within five minutes.',
    });
    this.publish = this.#publish(props);
    this.#followLedger(this.publish, props, {
      as: 'publish',
      window: Duration.seconds(GATHERED_SECONDS),
      lettersId: 'PublishDeadLetters',
      streamId: 'PublishStream',
      lossImpact: 'Events were not published: systems that listen do not learn what happened.',
      delayImpact: 'Events, list and public record come more than five minutes late.',
    });
    const sweep = this.#sweep(props);
    this.#sweepHourly(sweep, props);
    this.functions = [relay, this.publish, sweep];
  }

  #relay(props: RelayProps) {
    const relay = new SigilloFunction(this, 'Relay', {
      name: 'relay',
      memoryMib: 512,
      description: 'Carries ledger entries to the workflow',
      errors: { toldBy: 'relay-age' },
      timeout: Duration.seconds(60),
      bundles: props.bundles,
      alarms: props.data.alarms,
    });
    this.#grantRelay(relay, props);
    return relay;
  }

  #publish(props: RelayProps) {
    const publish = new SigilloFunction(this, 'Publish', {
      name: 'publish',
      memoryMib: 512,
      description: 'Tells of ledger entries on the bus, in the list and the public record',
      errors: { toldBy: 'publish-age' },
      timeout: Duration.seconds(60),
      bundles: props.bundles,
      alarms: props.data.alarms,
    });
    this.#grantProjections(publish, props);
    props.bus.grantPublish(publish);
    this.#grantArchive(publish, props);
    return publish;
  }

  #grantArchive(publish: SigilloFunction, { config, data }: RelayProps) {
    const { bucketName } = data.archive.bucket;
    publish.setVariables({
      ARCHIVE_YEARS: String(config.archive?.years ?? 0),
      ARCHIVE_BUCKET: bucketName,
      BUCKET: data.documents.bucket.bucketName,
    });
    if (!config.archive) return;
    data.archive.grantReadWrite(publish);
    data.documents.grant(publish, { get: ['closed'] });
  }

  #sweep(props: RelayProps) {
    const sweep = new SigilloFunction(this, 'Sweep', {
      name: 'sweep',
      description: 'Finds envelopes whose ledger and workflow disagree, and repairs them',
      errors: { impact: 'An envelope is stuck beyond repair, or may be so unseen.' },
      timeout: Duration.minutes(5),
      bundles: props.bundles,
      alarms: props.data.alarms,
    });
    this.#grantRelay(sweep, props);
    props.data.envelopes.grantWatch(sweep);
    props.workflow.grantDescribe(sweep);
    sweep.setVariables({ AWS_RETRY_MODE: 'adaptive' });
    return sweep;
  }

  #grantRelay(relaying: SigilloFunction, props: RelayProps) {
    this.#grantProjections(relaying, props);
    props.data.ledger.grantAppend(relaying);
    props.data.access.grantRead(relaying);
    props.workflow.grantStart(relaying);
    grantEndWaits(relaying);
  }

  #grantProjections(projector: SigilloFunction, { data, config }: RelayProps) {
    data.ledger.grantRead(projector);
    data.envelopes.grantWrite(projector);
    data.records.grantWrite(projector);
    projector.setVariables({
      COMPANY_NAME: config.company.name,
      RECORD_TITLE: config.publicRecord.title,
      ...retentionVariables(config),
    });
  }

  /** The queue receives messages from the function and from Lambda; `SqsDlq` grants Lambda the write. */
  #followLedger(follower: SigilloFunction, { data }: RelayProps, following: Following) {
    const { alarms, ledger } = data;
    const { name } = follower;
    const { queue } = new DeadLetterQueue(this, following.lettersId, {
      alarms,
      name,
      letters: { impact: following.lossImpact },
    });
    follower.setVariables({ LETTERS_URL: queue.queueUrl });
    data.envelopes.grantSetDue(follower);
    ledger.grantReadStream(follower);
    new EventSourceMapping(this, following.streamId, {
      target: follower.lambda,
      eventSourceArn: ledger.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      maxBatchingWindow: following.window,
      parallelizationFactor: LANES,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      maxRecordAge: Duration.hours(24),
      onFailure: new SqsDlq(queue),
      filters: [
        FilterCriteria.filter({
          dynamodb: { NewImage: { type: { S: [{ 'anything-but': notCalledFor(following.as) }] } } },
        }),
      ],
    });
    alarms.raise(this, `${name}-age`, {
      impact: following.delayImpact,
      metric: follower.lambda.metric('IteratorAge', { period: READING, statistic: 'Maximum' }),
      above: Duration.minutes(5).toMilliseconds(),
    });
  }

  #sweepHourly(sweep: SigilloFunction, { data, workflow }: RelayProps) {
    const hourly = new Trigger(this, 'EachHour', {
      description: 'Repair what got stuck',
      when: { schedule: Schedule.rate(Duration.hours(1)) },
      target: sweep,
      lost: { toldBy: 'sweep-errors' },
      alarms: data.alarms,
    });
    const ended = hourly.also('OnWorkflowEnd', {
      description: 'An execution ended too early: tell the sender',
      pattern: workflow.endedTooEarly,
    });
    data.alarms.raise(this, 'workflow-stopped', {
      impact: 'An envelope stands still: nobody is invited, reminded, or sent the signed document.',
      metric: triggered(ended),
      above: 0,
    });
  }
}

/** Failed, timed-out and aborted executions, in one metric. */
const triggered = ({ ruleName }: Rule) =>
  new Metric({
    namespace: 'AWS/Events',
    metricName: 'TriggeredRules',
    dimensionsMap: { RuleName: ruleName },
    statistic: 'Sum',
    period: READING,
  });
