import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { meterCall } from './aws/billed-call.ts';
import { serveAws } from './aws/serve-aws.ts';
import { awsServices, type Emulators } from './emulators.ts';
import { Listener } from './http/listener.ts';
import { Identity } from './identity/identity.ts';
import type { Ports } from './ports.ts';

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** All listeners. Their addresses are known before the template is resolved, because it contains them. */
export class Front {
  readonly api: Listener;
  readonly functionUrls: Listener[];
  /** Listeners of all distributions but the first. */
  readonly distributions: Listener[];
  readonly identity: Identity;
  readonly #aws: Server;

  private constructor(
    doors: Pick<Front, 'api' | 'functionUrls' | 'distributions'>,
    identity: Identity,
    aws: Server,
  ) {
    this.api = doors.api;
    this.functionUrls = doors.functionUrls;
    this.distributions = doors.distributions;
    this.identity = identity;
    this.#aws = aws;
  }

  /** Rejects when a port is taken, and closes the listeners already opened. */
  static async listen(emulators: Emulators, ports: Ports, directory: string): Promise<Front> {
    const open: (() => unknown)[] = [];
    function keep<T>(part: T, close: () => unknown): T {
      open.push(close);
      return part;
    }
    async function listener(port: number) {
      const one = await Listener.listen(port);
      return keep(one, () => one.close());
    }
    try {
      async function listeners(wanted: readonly number[]) {
        const all: Listener[] = [];
        for (const port of wanted) all.push(await listener(port));
        return all;
      }
      const api = await listener(ports.api);
      const functionUrls = await listeners(ports.functionUrls);
      const distributions = await listeners(ports.distributions);
      const aws = await listenAws(emulators, ports.aws);
      keep(aws, () => aws.close());
      const identity = await listenIdentity(emulators, ports, directory);
      return new Front({ api, functionUrls, distributions }, identity, aws);
    } catch (error) {
      await Promise.all(open.map((close) => close()));
      throw error;
    }
  }

  get awsUrl(): string {
    return `http://127.0.0.1:${portOf(this.#aws)}`;
  }

  get ports(): Ports {
    return {
      api: this.api.port,
      aws: portOf(this.#aws),
      identity: Number(new URL(this.identity.issuer).port),
      functionUrls: this.functionUrls.map(({ port }) => port),
      distributions: this.distributions.map(({ port }) => port),
    };
  }

  /** Stops accepting requests; the AWS endpoint stays open for functions that still run. */
  async closeDoors(): Promise<void> {
    const doors = [this.api, ...this.functionUrls, ...this.distributions];
    await Promise.all(doors.map((listener) => listener.close()));
  }

  async close(): Promise<void> {
    this.#aws.close();
    this.#aws.closeAllConnections();
    await this.identity.close();
  }
}

async function listenAws(emulators: Emulators, port: number): Promise<Server> {
  let url = '';
  const server = await serveAws({
    port,
    clock: emulators.clock,
    secretOf: emulators.credentials.secretOf,
    access: emulators.access,
    services: awsServices(emulators, () => url),
    s3: emulators.s3.service,
    down: emulators.down,
    served: (service, request) => meterCall(emulators.meter, service, request),
  });
  url = `http://127.0.0.1:${portOf(server)}`;
  return server;
}

const listenIdentity = ({ clock, log }: Emulators, { identity: port }: Ports, directory: string) =>
  Identity.listen({
    port,
    file: join(directory, 'identity.db'),
    clock,
    log: (text) => log('identity', text),
  });
