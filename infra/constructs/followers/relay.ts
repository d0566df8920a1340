import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { notCalledFor } from '../../../shared/contract/followers.ts';
import type { Bundles } from '../../build/bundles.ts';
import type { Config } from '../../config.ts';
import type { DataStack } from '../../data-stack.ts';
import { READING } from '../alarms/alarms.ts';
import { retentionVariables } from '../retention-variables.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import { letEndWaits, type Workflow } from '../workflow/workflow.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { DomainBus } from './domain-bus.ts';
import { Trigger } from './trigger.ts';

/**
 * Batches of a shard under way at once: an entry that cannot be carried holds up a quarter of the
 * envelopes, and two followers leave a new account, which runs ten functions at once, room for people.
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
 * So long the list and the bus may be behind. A step of the workflow brings several entries within seconds;
 * together they are one write of the row, with its indexes, and one invocation.
 */
const GATHERED_SECONDS = 3;

/** How one follower's troubles are named and told. */
interface Following {
  readonly as: 'relay' | 'publish';
  /** Entries that come within it are handled together. */
  readonly window: Duration;
  readonly lettersId: string;
  readonly streamId: string;
  /** What is lost with an entry that could not be handled in a day. */
  readonly lossImpact: string;
  readonly delayImpact: string;
}

/**
 * Two followers of the ledger's stream, which a third would slow down: one steers the workflow, the
 * other tells the world, so that a bus that takes no events stops no envelope.
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
    this.#letCarry(relay, props);
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
    this.#letProject(publish, props);
    props.bus.letPublish(publish);
    this.#letArchive(publish, props);
    return publish;
  }

  #letArchive(publish: SigilloFunction, { config, data }: RelayProps) {
    const { bucketName } = data.archive.bucket;
    publish.setVariables({
      ARCHIVE_YEARS: String(config.archive?.years ?? 0),
      ARCHIVE_BUCKET: bucketName,
      BUCKET: data.documents.bucket.bucketName,
    });
    if (!config.archive) return;
    data.archive.letKeep(publish);
    data.documents.let(publish, { get: ['closed'] });
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
    this.#letCarry(sweep, props);
    props.data.envelopes.letWatch(sweep);
    props.workflow.letLookUp(sweep);
    sweep.setVariables({ AWS_RETRY_MODE: 'adaptive' });
    return sweep;
  }

  #letCarry(carrier: SigilloFunction, props: RelayProps) {
    this.#letProject(carrier, props);
    props.data.ledger.letAppend(carrier);
    props.data.access.letRead(carrier);
    props.workflow.letStart(carrier);
    letEndWaits(carrier);
  }

  #letProject(projector: SigilloFunction, { data, config }: RelayProps) {
    data.ledger.letRead(projector);
    data.envelopes.letWrite(projector);
    data.records.letWrite(projector);
    projector.setVariables({
      COMPANY_NAME: config.company.name,
      RECORD_TITLE: config.publicRecord.title,
      ...retentionVariables(config),
    });
  }

  /** Its own letters and Lambda's go to one queue, to which `SqsDlq` lets it write. */
  #followLedger(follower: SigilloFunction, { data }: RelayProps, following: Following) {
    const { alarms, ledger } = data;
    const { name } = follower;
    const { queue } = new DeadLetterQueue(this, following.lettersId, {
      alarms,
      name,
      letters: { impact: following.lossImpact },
    });
    follower.setVariables({ LETTERS_URL: queue.queueUrl });
    data.envelopes.letMakeDue(follower);
    ledger.letFollow(follower);
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

/** One reading for all ways in which an execution may end too early. */
const triggered = ({ ruleName }: Rule) =>
  new Metric({
    namespace: 'AWS/Events',
    metricName: 'TriggeredRules',
    dimensionsMap: { RuleName: ruleName },
    statistic: 'Sum',
    period: READING,
  });
