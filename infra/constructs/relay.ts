import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Bundles } from '../bundles.ts';
import type { Config } from '../config.ts';
import type { DataStack } from '../data-stack.ts';
import { READING } from './alarms.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { DomainBus } from './domain-bus.ts';
import { retentionVariables } from './retention-variables.ts';
import { SigilloFunction } from './sigillo-function.ts';
import { Trigger } from './trigger.ts';
import { letEndWaits, type Workflow } from './workflow.ts';

export interface RelayProps {
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly workflow: Workflow;
  readonly bus: DomainBus;
  readonly config: Config;
}

/** Carries what the ledger records to the workflow, the bus, the list and the public record. */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, props: RelayProps) {
    super(scope, id);
    this.#followLedger(this.#relay(props), props);
    this.#sweepHourly(this.#sweep(props), props);
  }

  #relay(props: RelayProps) {
    const relay = new SigilloFunction(this, 'Relay', {
      name: 'relay',
      description: 'Carries ledger entries to workflow, bus, list and public record',
      errorImpact: 'Signatures do not resume their workflow, and lists and events fall behind.',
      errorsTolerated: 2,
      timeout: Duration.seconds(60),
      bundles: props.bundles,
      alarms: props.data.alarms,
    });
    this.#letCarry(relay, props);
    props.bus.letPublish(relay);
    return relay;
  }

  #sweep(props: RelayProps) {
    const sweep = new SigilloFunction(this, 'Sweep', {
      name: 'sweep',
      description: 'Finds envelopes whose ledger and workflow disagree, and repairs them',
      errorImpact: 'An envelope is stuck beyond repair, or may be so unseen.',
      timeout: Duration.minutes(5),
      bundles: props.bundles,
      alarms: props.data.alarms,
    });
    this.#letCarry(sweep, props);
    props.data.envelopes.letList(sweep, 'status-updated');
    props.workflow.letLookUp(sweep);
    return sweep;
  }

  #letCarry(carrier: SigilloFunction, { data, workflow, config }: RelayProps) {
    data.ledger.letRead(carrier);
    data.access.letRead(carrier);
    data.envelopes.letWrite(carrier);
    data.records.letWrite(carrier);
    workflow.letStart(carrier);
    letEndWaits(carrier);
    carrier.setVariables({
      COMPANY_NAME: config.company.name,
      RECORD_TITLE: config.publicRecord.title,
      ...retentionVariables(config),
    });
  }

  #followLedger(relay: SigilloFunction, { data }: RelayProps) {
    const { alarms, ledger } = data;
    const { queue } = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      name: 'relay',
      impact: 'Entries of the ledger were not carried on: an envelope may stand still.',
    });
    ledger.letFollow(relay);
    new EventSourceMapping(this, 'Stream', {
      target: relay.lambda,
      eventSourceArn: ledger.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      maxRecordAge: Duration.hours(24),
      onFailure: new SqsDlq(queue),
    });
    alarms.raise(this, 'relay-age', {
      impact: 'What people did takes more than five minutes to go on.',
      metric: relay.lambda.metric('IteratorAge', { period: READING, statistic: 'Maximum' }),
      above: Duration.minutes(5).toMilliseconds(),
    });
  }

  #sweepHourly(sweep: SigilloFunction, { data }: RelayProps) {
    new Trigger(this, 'EachHour', {
      description: 'Repair what got stuck',
      when: { schedule: Schedule.rate(Duration.hours(1)) },
      target: sweep,
      lossImpact: 'An envelope is stuck beyond repair, or was not looked for in that hour.',
      alarms: data.alarms,
    });
  }
}
