import { join } from 'node:path';
import { FunctionCredentials } from './aws/credentials.ts';
import { Meter } from './aws/meter.ts';
import type { Service } from './aws/wire.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb/dynamodb.ts';
import { EventBus } from './events/event-bus.ts';
import { eventsService } from './events/events.ts';
import { Access } from './iam/access.ts';
import { kmsService } from './kms/kms.ts';
import { functionLogs } from './lambda/function-logs.ts';
import { Invocations } from './lambda/invocations.ts';
import { Lambda } from './lambda/lambda.ts';
import { lambdaService } from './lambda/lambda-service.ts';
import type { WriteLog } from './lambda/sandbox.ts';
import { type EmailService, startSes } from './mail/ses.ts';
import { snsService } from './messaging/sns.ts';
import { Queues, sqsService } from './messaging/sqs.ts';
import { TextLog } from './messaging/text-log.ts';
import { type S3, startS3 } from './s3/s3.ts';
import { lockDirectory } from './state/directory-lock.ts';
import { Store } from './state/store.ts';
import type { Execution } from './state-machine/execution.ts';
import { StateMachines } from './state-machine/state-machines.ts';
import { statesService } from './state-machine/states-service.ts';
import { cloudFormationService } from './template/cloudformation.ts';
import { Clock } from './time/clock.ts';

/** All emulators over one state directory. */
export type Emulators = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: WriteLog;
  readonly credentials: FunctionCredentials;
  readonly access: Access;
  readonly lambda: Lambda;
  readonly queues: Queues;
  readonly invocations: Invocations;
  readonly bus: EventBus;
  readonly stateMachines: StateMachines;
  readonly dynamoDb: DynamoDb;
  readonly s3: S3;
  readonly ses: EmailService;
  readonly textLog: TextLog;
  readonly meter: Meter;
  /** Services simulated as unavailable. Not persisted. */
  readonly down: Set<string>;
  readonly unlock: () => void;
};

export async function startEmulators(directory: string, verbose: boolean): Promise<Emulators> {
  const unlock = lockDirectory(directory);
  const store = new Store(join(directory, 'state.db'));
  const clock = new Clock(store);
  const meter = new Meter();
  const write = functionLogs(join(directory, 'logs'), verbose);
  const log: WriteLog = (name, text) => {
    meter.add('logs.byte', name, Buffer.byteLength(text));
    write(name, text);
  };
  const credentials = new FunctionCredentials(store);
  const access = new Access(store);
  const lambda = new Lambda(clock, log, meter);
  const queues = new Queues(store, clock);
  const invocations = new Invocations(store, clock, lambda, queues, access);
  const bus = new EventBus(store, clock, (delivery) => invocations.deliver(delivery));
  return {
    store,
    clock,
    log,
    credentials,
    access,
    lambda,
    queues,
    invocations,
    bus,
    stateMachines: new StateMachines(
      store,
      clock,
      (name, payload) => lambda.invoke(name, payload),
      { onEnd: (execution) => announceEnd(bus, execution) },
    ),
    dynamoDb: await startDynamoDb(store, clock, meter, join(directory, 'dynamodb')),
    s3: startS3({ store, clock, bus, meter, access }, credentials.secretOf, join(directory, 's3')),
    ses: await startSes(store, clock, bus),
    textLog: new TextLog(invocations, clock, access),
    meter,
    down: new Set<string>(),
    unlock,
  };
}

/** Step Functions reports the end of each execution on the default bus. */
function announceEnd(bus: EventBus, execution: Execution): void {
  const { arn, name, stateMachineArn, status, startedAt, stoppedAt } = execution;
  bus.emit('default', {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn,
      name,
      status,
      startDate: startedAt,
      stopDate: stoppedAt ?? null,
    },
  });
}

/** Handlers at the AWS endpoint, by SigV4 service name. S3 handles its own requests. */
export const awsServices = (
  emulators: Emulators,
  origin: () => string,
): Record<string, Service> => ({
  cloudformation: cloudFormationService(emulators.store),
  dynamodb: emulators.dynamoDb.service,
  events: eventsService(emulators.bus),
  kms: kmsService(emulators.store, emulators.clock),
  lambda: lambdaService(emulators.lambda, emulators.invocations),
  ses: emulators.ses.service,
  sns: snsService(emulators.store, emulators.clock, (text) => emulators.textLog.sent(text)),
  sqs: sqsService(emulators.queues, origin),
  states: statesService(emulators.stateMachines, () => emulators.clock.now()),
});

/** The order matters: first nothing new may start while functions finish; the store closes last. */
export async function closeEmulators(emulators: Emulators): Promise<void> {
  const { stateMachines, invocations, lambda, ses, dynamoDb, store, unlock } = emulators;
  await stateMachines.close();
  await Promise.all([invocations.close(), lambda.close()]);
  ses.close();
  await dynamoDb.close();
  store.close();
  unlock();
}
