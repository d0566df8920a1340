import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { region } from '../../../infra/local/aws/account.ts';
import type { Delivery } from '../../../infra/local/events/event-bus.ts';
import { Store } from '../../../infra/local/state/store.ts';
import { Clock } from '../../../infra/local/time/clock.ts';
import { type DataPlane, startDataPlane } from './data-plane.ts';

export const credentials = {
  accessKeyId: process.env.CONFORMANCE_ACCESS_KEY_ID ?? 'local',
  secretAccessKey: process.env.CONFORMANCE_SECRET_ACCESS_KEY ?? 'local',
};

/** Client settings for an endpoint, without retries, so that errors are visible. */
export const clientConfig = (endpoint: string) => ({
  endpoint,
  region,
  credentials,
  maxAttempts: 1,
});

/** Emulators in this process, with access to their state. */
export interface OwnTarget {
  readonly plane: DataPlane;
  readonly store: Store;
  readonly clock: Clock;
  readonly deliveries: readonly Delivery[];
}

async function boot(stateFolder: string, port: number): Promise<OwnTarget> {
  const store = new Store(join(stateFolder, 'aws.db'));
  const clock = new Clock(store);
  const deliveries: Delivery[] = [];
  const plane = await startDataPlane({
    stateFolder,
    store,
    clock,
    port,
    secretOf: (id) => (id === credentials.accessKeyId ? credentials.secretAccessKey : undefined),
    deliver: (delivery) => deliveries.push(delivery),
    services: {},
  });
  return { plane, store, clock, deliveries };
}

const portOf = (endpoint: string) => Number(new URL(endpoint).port);

/** The endpoint under test: an external one, or emulators in this process on a free port. */
export class Target {
  readonly endpoint: string;
  #own: OwnTarget | undefined;
  readonly #folder: string;

  private constructor(endpoint: string, own: OwnTarget | undefined, folder: string) {
    this.endpoint = endpoint;
    this.#own = own;
    this.#folder = folder;
  }

  static async start(): Promise<Target> {
    const { CONFORMANCE_ENDPOINT: endpoint } = process.env;
    if (endpoint) return new Target(endpoint, undefined, '');
    const folder = mkdtempSync(join(tmpdir(), 'sigillo-conformance-'));
    const own = await boot(folder, 0);
    return new Target(own.plane.endpoint, own, folder);
  }

  /** State of the emulators, if they run in this process. */
  get own(): OwnTarget {
    if (!this.#own) throw new Error('The target was not booted by this suite');
    return this.#own;
  }

  /** Stops the emulators and restarts them on the same state and port. */
  async restart(): Promise<void> {
    await this.#shutDown();
    this.#own = await boot(this.#folder, portOf(this.endpoint));
  }

  async #shutDown(): Promise<void> {
    await this.own.plane.close();
    this.own.store.close();
  }

  async stop(): Promise<void> {
    if (!this.#own) return;
    await this.#shutDown();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Whether the emulators run in this process, so that tests may inspect and restart them. */
export const bootsOwnTarget = !process.env.CONFORMANCE_ENDPOINT;

/** A name not used by an earlier run on the same endpoint. */
export const uniqueName = (prefix: string): string => `${prefix}-${randomBytes(5).toString('hex')}`;
