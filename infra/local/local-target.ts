import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { region } from './account.ts';
import { closeAwsClients, makeAwsClients } from './aws-clients.ts';
import type { LocalUrls } from './boot.ts';
import { awsServices, closeEmulators, type Emulators, startEmulators } from './emulators.ts';
import { EventSource } from './event-source.ts';
import { FunctionUrl } from './function-url.ts';
import { Housekeeping } from './housekeeping.ts';
import { HttpApi } from './http-api.ts';
import { Identity } from './identity.ts';
import { Listener } from './listener.ts';
import { LocalPage } from './local-page.ts';
import { choosePorts, type Ports, rememberPorts } from './ports.ts';
import { provision } from './provision.ts';
import type { Target } from './resources/provisioner.ts';
import { sampleUsers } from './sample-users.ts';
import { serveAws } from './serve-aws.ts';
import { readTemplates, type Stack } from './template.ts';

export type TargetOptions = {
  port: number;
  /** Instead of those that follow from `port`. */
  ports?: Ports;
  stateDirectory: string;
  cdkOut: string;
  verbose: boolean;
  reset: () => Promise<void>;
};

export type LocalTarget = {
  urls: LocalUrls;
  ports: Ports;
  outputs: Map<string, Map<string, unknown>>;
  close: () => Promise<void>;
};

/** What listens: known before the template is resolved, for its values are these addresses. */
type Front = { api: Listener; aws: Server; awsUrl: string; identity: Identity; urls: Listener[] };

const portOf = (server: Server) => (server.address() as AddressInfo).port;

const countFunctionUrls = (stacks: Stack[]) =>
  stacks
    .flatMap(({ resources }) => [...resources.values()])
    .filter(({ type }) => type === 'AWS::Lambda::Url').length;

async function listen(emulators: Emulators, ports: Ports, directory: string): Promise<Front> {
  const { clock, credentials, s3, log } = emulators;
  const api = await Listener.listen(ports.api);
  const urls = await Promise.all(ports.functionUrls.map((port) => Listener.listen(port)));
  let awsUrl = '';
  const aws = await serveAws({
    port: ports.aws,
    clock,
    secretOf: credentials.secretOf,
    services: awsServices(emulators, () => awsUrl),
    s3: s3.service,
  });
  awsUrl = `http://127.0.0.1:${portOf(aws)}`;
  const identity = await Identity.listen({
    port: ports.identity,
    file: join(directory, 'identity.db'),
    clock,
    log: (text) => log('identity', text),
  });
  return { api, aws, awsUrl, identity, urls };
}

/** What every function finds in its environment on AWS too, and the endpoint of this machine. */
const functionEnvironment = (emulators: Emulators, awsUrl: string) => (name: string) => {
  const { accessKeyId, secretAccessKey } = emulators.credentials.of(name);
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL: awsUrl,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
};

/** Function URLs are handed out in the order of the template. */
function openFunctionUrls(emulators: Emulators, listeners: Listener[]) {
  const waiting = [...listeners];
  const opened: Record<string, string> = {};
  const open: Target['openFunctionUrl'] = (functionName, cors) => {
    const listener = waiting.shift();
    if (!listener) throw new Error(`No port is left for ${functionName}`);
    const door = new FunctionUrl(emulators.lambda, emulators.clock, functionName, cors);
    listener.handle = (request, response) => door.handle(request, response);
    opened[functionName] = `${listener.url}/`;
    return `${listener.url}/`;
  };
  return { open, opened };
}

/** Begins what time, streams and queues bring about; returns the way to end it. */
function startWork(emulators: Emulators, target: Target) {
  const { store, clock, dynamoDb, lambda, queues, bus, s3, invocations, stateMachines } = emulators;
  const ports = { store, clock, changes: dynamoDb.changes, lambda, queues };
  const sources = target.eventSources.map((mapping) => new EventSource(mapping, ports));
  const housekeeping = new Housekeeping(clock, [
    { everyMs: 1000, run: () => bus.tick() },
    { everyMs: 5000, run: () => s3.sweep() },
    { everyMs: 5000, run: () => dynamoDb.sweep() },
  ]);
  for (const source of sources) source.start();
  invocations.start();
  stateMachines.resume();
  housekeeping.start();
  return async () => {
    await housekeeping.close();
    const closing = sources.map((source) => source.close());
    await closeEmulators(emulators);
    await Promise.all(closing);
  };
}

export async function startTarget(options: TargetOptions): Promise<LocalTarget> {
  const stacks = readTemplates(options.cdkOut);
  const emulators = await startEmulators(options.stateDirectory, options.verbose);
  const { store, clock, lambda } = emulators;
  const wanted = options.ports ?? choosePorts(store, options.port, countFunctionUrls(stacks));
  const front = await listen(emulators, wanted, options.stateDirectory);
  const { open, opened } = openFunctionUrls(emulators, front.urls);
  const target: Target = {
    ...emulators,
    aws: makeAwsClients(front.awsUrl, clock.offset),
    mail: emulators.ses.settings,
    httpApi: new HttpApi(lambda, clock),
    apiEndpoint: front.api.url,
    issuer: front.identity.issuer,
    userPools: [],
    apis: [],
    integrations: new Map(),
    authorizers: new Map(),
    eventSources: [],
    environmentOf: functionEnvironment(emulators, front.awsUrl),
    openFunctionUrl: open,
  };
  const outputs = await provision(stacks, target);
  closeAwsClients(target.aws);
  const [pool] = target.userPools;
  if (pool) await front.identity.serve(pool.clients, sampleUsers(pool.groups));
  const endWork = startWork(emulators, target);
  const urls: LocalUrls = {
    api: front.api.url,
    aws: front.awsUrl,
    identity: front.identity.issuer,
    functionUrls: opened,
  };
  const signIn = { issuer: front.identity.issuer, clientId: pool?.clients[0]?.clientId };
  const page = new LocalPage({
    emulators,
    awsUrl: front.awsUrl,
    target: { urls, signIn },
    reset: options.reset,
  });
  front.api.handle = (request, response) =>
    page.serves(request)
      ? page.handle(request, response)
      : target.httpApi.handle(request, response);
  const ports = {
    api: front.api.port,
    aws: portOf(front.aws),
    identity: Number(new URL(front.identity.issuer).port),
    functionUrls: front.urls.map(({ port }) => port),
  };
  rememberPorts(store, ports);
  return {
    ports,
    outputs,
    urls,
    close: async () => {
      await Promise.all([front.api, ...front.urls].map((listener) => listener.close()));
      await endWork();
      front.aws.close();
      front.aws.closeAllConnections();
      await front.identity.close();
    },
  };
}
