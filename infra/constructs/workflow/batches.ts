import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';
import { Trigger } from '../followers/trigger.ts';
import type { FunctionSurroundings } from '../function-surroundings.ts';
import { retentionVariables } from '../retention-variables.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import { batchDefinition } from './batch-definition.ts';

const machineName = (scope: Construct) => regionalName(scope, 'batches');

/** ARN built from the name, because a reference would be circular: the machine refers to a task that may start it. */
const machineArn = (scope: Construct) =>
  `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${machineName(scope)}`;

/** Lets a function start the executions of batches. */
export function grantStartBatch(starter: SigilloFunction): void {
  starter.setVariables({ BATCH_MACHINE_ARN: machineArn(starter) });
  starter.allow(['states:StartExecution'], [machineArn(starter)]);
}

/** Sending to many: the function that takes rows, and the state machine that paces it. */
export class Batches extends Construct {
  readonly batch: SigilloFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings) {
    super(scope, id);
    this.batch = this.#batch(around);
    this.#machine();
    this.#resumeHourly(around);
  }

  #batch({ config, bundles, data }: FunctionSurroundings) {
    const batch = new SigilloFunction(this, 'Batch', {
      name: 'batch',
      description: 'Makes and sends an envelope for each row of a file',
      errors: { impact: 'Sendings to many do not go on.', tolerated: 2 },
      timeout: Duration.seconds(120),
      bundles,
      alarms: data.alarms,
    });
    data.ledger.grantAppend(batch);
    data.envelopes.grantWrite(batch);
    data.contacts.grantKeep(batch);
    data.batches.grantTake(batch);
    data.documents.grant(batch, {
      get: ['open', 'batches'],
      put: ['open'],
      seeAbsence: true,
    });
    grantStartBatch(batch);
    batch.setVariables({
      DOCUMENT_DAYS: String(config.retention.documentDays),
      ...retentionVariables(config),
      SIGNING_ORDER: config.order,
      SMS_COUNTRIES: config.text.countries.join(','),
      LANGUAGES: config.languages.join(','),
      TIME_ZONE: config.timeZone,
      RATES: JSON.stringify(config.rates),
    });
    return batch;
  }

  #machine() {
    const { functionArn } = this.batch.lambda;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
    );
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName(this),
      comment: 'The rows of one sending to many',
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(batchDefinition(functionArn)),
      ),
      stateMachineType: StateMachineType.STANDARD,
      role,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(machine);
  }

  #resumeHourly({ data: { alarms } }: FunctionSurroundings) {
    new Trigger(this, 'EachHour', {
      description: 'Go on with batches that stand still',
      when: { schedule: Schedule.rate(Duration.hours(1)) },
      target: this.batch,
      lost: { toldBy: 'batch-errors' },
      alarms,
    });
  }
}

function acknowledge(machine: StateMachine) {
  Validations.of(machine).acknowledge({
    id: 'AwsSolutions-SF1',
    reason:
      'Log delivery would need grants on every resource; the history keeps all events for 90 days and the task has its own log.',
  });
  Validations.of(machine).acknowledge({
    id: 'AwsSolutions-SF2',
    reason: 'X-Ray would need grants on every resource, and there is one short task.',
  });
}
