import { region } from './account.ts';
import { closeAwsClients, makeAwsClients } from './aws-clients.ts';
import { type Emulators, startEmulators } from './emulators.ts';
import { Front } from './front.ts';
import { FunctionUrl } from './function-url.ts';
import { HttpApi } from './http-api.ts';
import type { Listener } from './listener.ts';
import { LocalPage } from './local-page.ts';
import type { LocalUrls } from './local-urls.ts';
import { choosePorts, type Ports, rememberPorts } from './ports.ts';
import { provision } from './provision.ts';
import type { Target } from './resources/provisioner.ts';
import { sampleUsers } from './sample-users.ts';
import { readTemplates, type Stack } from './template.ts';
import { Work } from './work.ts';

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

const countFunctionUrls = (stacks: Stack[]) =>
  stacks
    .flatMap(({ resources }) => [...resources.values()])
    .filter(({ type }) => type === 'AWS::Lambda::Url').length;

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
function openFunctionUrls({ lambda, clock }: Emulators, listeners: Listener[]) {
  const waiting = [...listeners];
  const opened: Record<string, string> = {};
  const open: Target['openFunctionUrl'] = (functionName, cors) => {
    const listener = waiting.shift();
    if (!listener) throw new Error(`No port is left for ${functionName}`);
    const door = new FunctionUrl(lambda, clock, functionName, cors);
    listener.handle = (request, response) => door.handle(request, response);
    opened[functionName] = `${listener.url}/`;
    return `${listener.url}/`;
  };
  return { open, opened };
}

function makeTarget(emulators: Emulators, front: Front, open: Target['openFunctionUrl']): Target {
  return {
    ...emulators,
    aws: makeAwsClients(front.awsUrl, emulators.clock.offset),
    mail: emulators.ses.settings,
    httpApi: new HttpApi(emulators.lambda, emulators.clock),
    apiEndpoint: front.api.url,
    awsUrl: front.awsUrl,
    sites: new Map(),
    responseHeaders: new Map(),
    edgeFunctions: new Map(),
    issuer: front.identity.issuer,
    userPools: [],
    apis: [],
    integrations: new Map(),
    authorizers: new Map(),
    eventSources: [],
    environmentOf: functionEnvironment(emulators, front.awsUrl),
    openFunctionUrl: open,
  };
}

/** Makes what the template declares and begins to serve it. */
async function start(
  { reset }: TargetOptions,
  stacks: Stack[],
  emulators: Emulators,
  front: Front,
  work: Work,
) {
  const { open, opened } = openFunctionUrls(emulators, front.functionUrls);
  const target = makeTarget(emulators, front, open);
  const outputs = await provision(stacks, target);
  closeAwsClients(target.aws);
  const [pool] = target.userPools;
  if (pool) await front.identity.serve(pool.clients, sampleUsers(pool.groups));
  work.start(target.eventSources);
  const urls: LocalUrls = {
    api: front.api.url,
    aws: front.awsUrl,
    identity: front.identity.issuer,
    functionUrls: opened,
  };
  const [client] = pool?.clients ?? [];
  const signIn = {
    issuer: front.identity.issuer,
    clientId: client?.clientId,
    callbackUrl: client?.callbackUrls[0],
  };
  const page = new LocalPage({
    emulators,
    awsUrl: front.awsUrl,
    target: { urls, signIn },
    reset,
  });
  front.api.handle = (request, response) =>
    page.serves(request)
      ? page.handle(request, response)
      : (target.distribution ?? target.httpApi).handle(request, response);
  return { outputs, urls };
}

export async function startTarget(options: TargetOptions): Promise<LocalTarget> {
  const stacks = readTemplates(options.cdkOut);
  const emulators = await startEmulators(options.stateDirectory, options.verbose);
  const work = new Work(emulators);
  const ports =
    options.ports ?? choosePorts(emulators.store, options.port, countFunctionUrls(stacks));
  const front = await Front.listen(emulators, ports, options.stateDirectory).catch(
    async (error: unknown) => {
      await work.close();
      throw error;
    },
  );
  const close = async () => {
    await front.closeDoors();
    await work.close();
    await front.close();
  };
  try {
    const { outputs, urls } = await start(options, stacks, emulators, front, work);
    rememberPorts(emulators.store, front.ports);
    return { ports: front.ports, outputs, urls, close };
  } catch (error) {
    await close();
    throw error;
  }
}
