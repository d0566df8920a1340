import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { meterCall } from '../../../infra/local/aws/billed-call.ts';
import { Meter } from '../../../infra/local/aws/meter.ts';
import { serveAws } from '../../../infra/local/aws/serve-aws.ts';
import type { SecretOf } from '../../../infra/local/aws/sigv4.ts';
import type { Service } from '../../../infra/local/aws/wire.ts';
import { type DynamoDb, startDynamoDb } from '../../../infra/local/dynamodb/dynamodb.ts';
import { type Deliver, EventBus } from '../../../infra/local/events/event-bus.ts';
import { eventsService } from '../../../infra/local/events/events.ts';
import { Access } from '../../../infra/local/iam/access.ts';
import { kmsService } from '../../../infra/local/kms/kms.ts';
import type { SendingSettings } from '../../../infra/local/mail/sending-settings.ts';
import { startSes } from '../../../infra/local/mail/ses.ts';
import { snsService } from '../../../infra/local/messaging/sns.ts';
import { Queues, sqsService } from '../../../infra/local/messaging/sqs.ts';
import { type S3, startS3 } from '../../../infra/local/s3/s3.ts';
import type { Store } from '../../../infra/local/state/store.ts';
import type { Clock } from '../../../infra/local/time/clock.ts';

export interface DataPlaneOptions {
  /** Folder of table and object files; everything else is in `store`. */
  readonly stateFolder: string;
  readonly store: Store;
  readonly clock: Clock;
  /** Port; 0 for any free one. */
  readonly port: number;
  readonly secretOf: SecretOf;
  /** Receives what rules send to their targets; must enqueue it in `store` and return. */
  readonly deliver: Deliver;
  /** Further services by SigV4 name, such as `states` and `lambda`. */
  readonly services: Readonly<Record<string, Service>>;
}

export interface DataPlane {
  /** Value for AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  readonly bus: EventBus;
  readonly queues: Queues;
  readonly dynamodb: DynamoDb;
  readonly s3: S3;
  readonly ses: SendingSettings;
  /** Runs what is due at the clock's time: schedules, time to live, lifecycle. Must be called regularly. */
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Boots every data service on one port. `close` leaves the store open. */
export async function startDataPlane(options: DataPlaneOptions): Promise<DataPlane> {
  const { stateFolder, store, clock, port, secretOf, deliver } = options;
  const bus = new EventBus(store, clock, deliver);
  const queues = new Queues(store, clock);
  const meter = new Meter();
  const access = new Access(store);
  const dynamodb = await startDynamoDb(store, clock, meter, join(stateFolder, 'dynamodb'));
  const s3 = startS3({ store, clock, bus, meter, access }, secretOf, join(stateFolder, 's3'));
  const ses = await startSes(store, clock, bus);
  const services = {
    dynamodb: dynamodb.service,
    kms: kmsService(store, clock),
    sns: snsService(store, clock),
    ses: ses.service,
    events: eventsService(bus),
    sqs: sqsService(queues, () => endpoint),
    ...options.services,
  };
  const server = await serveAws({
    port,
    clock,
    secretOf,
    access,
    services,
    s3: s3.service,
    down: new Set(),
    served: (service, request) => meterCall(meter, service, request),
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  async function tick() {
    bus.tick();
    s3.sweep();
    await dynamodb.sweep();
  }
  async function close() {
    await closeServer(server);
    ses.close();
    await dynamodb.close();
  }
  return { endpoint, bus, queues, dynamodb, s3, ses: ses.settings, tick, close };
}
