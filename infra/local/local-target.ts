import { region } from './aws/account.ts';
import { closeAwsClients, makeAwsClients } from './aws/aws-clients.ts';
import type { Credentials } from './aws/credentials.ts';
import { Doors } from './doors.ts';
import { type Emulators, startEmulators } from './emulators.ts';
import { Front } from './front.ts';
import { HttpApi } from './http/http-api.ts';
import type { Access } from './iam/access.ts';
import type { Guide } from './page/guide.ts';
import { LocalPage } from './page/local-page.ts';
import type { LocalUrls } from './page/local-urls.ts';
import { choosePorts, type PortCounts, type Ports, rememberPorts } from './ports.ts';
import type { Target } from './resources/provisioner.ts';
import { provision } from './template/provision.ts';
import { readTemplates, resourcesOf, type Stack } from './template/template.ts';
import { Work } from './work.ts';

export type TargetOptions = {
  readonly port: number;
  /** Explicit ports, instead of those derived from `port`. */
  readonly ports?: Ports;
  readonly stateDirectory: string;
  readonly cdkOut: string;
  readonly guide: Guide;
  readonly verbose: boolean;
  readonly tell: (line: string) => void;
  readonly reset: () => Promise<void>;
};

export type LocalTarget = {
  readonly urls: LocalUrls;
  readonly ports: Ports;
  readonly outputs: Map<string, Map<string, unknown>>;
  /** The IAM policies in force, and the calls they denied. */
  readonly access: Access;
  readonly credentialsOf: (functionName: string) => Credentials;
  readonly close: () => Promise<void>;
};

const portCounts = (stacks: readonly Stack[]): PortCounts => ({
  functionUrls: resourcesOf(stacks, 'AWS::Lambda::Url').length,
  distributions: resourcesOf(stacks, 'AWS::CloudFront::Distribution').length,
});

const countResources = (stacks: readonly Stack[]) =>
  stacks.reduce((sum, { resources }) => sum + resources.size, 0);

/** Environment that Lambda sets in every function, and this machine's endpoint. */
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

const makeTarget = (
  emulators: Emulators,
  front: Front,
  doors: Doors,
  stacks: readonly Stack[],
): Target => ({
  ...emulators,
  aws: makeAwsClients(front.awsUrl, emulators.clock.offset),
  mail: emulators.ses.settings,
  httpApi: new HttpApi(emulators.lambda, emulators.clock, emulators.access),
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
  openFunctionUrl: doors.openFunctionUrl,
  openDistribution: doors.openDistribution,
  functionUrls: doors.functionUrls,
  aliasUrls: doors.aliasUrls(stacks),
  now: () => emulators.clock.now(),
});

/** Provisions the template's resources and starts serving them. */
async function start(
  { guide, reset }: TargetOptions,
  stacks: readonly Stack[],
  emulators: Emulators,
  front: Front,
  work: Work,
) {
  const doors = new Doors(emulators, front);
  const target = makeTarget(emulators, front, doors, stacks);
  const outputs = await provision(stacks, target);
  closeAwsClients(target.aws);
  const [pool] = target.userPools;
  if (pool) await front.identity.serve(pool.clients, guide.users(pool.groups));
  work.start(target.eventSources);
  const urls: LocalUrls = {
    api: front.api.url,
    aws: front.awsUrl,
    identity: front.identity.issuer,
    functionUrls: doors.urls,
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
    guide,
    target: { urls, signIn },
    reset,
  });
  front.api.handle = (request, response) =>
    page.serves(request)
      ? page.handle(request, response)
      : doors.main
        ? doors.main(request, response)
        : target.httpApi.handle(request, response);
  return { outputs, urls };
}

export async function startTarget(options: TargetOptions): Promise<LocalTarget> {
  const stacks = readTemplates(options.cdkOut);
  options.tell('Starting the stand-ins for the AWS services …');
  const emulators = await startEmulators(options.stateDirectory, options.verbose);
  const work = new Work(emulators);
  const ports = options.ports ?? choosePorts(emulators.store, options.port, portCounts(stacks));
  const front = await Front.listen(emulators, ports, options.stateDirectory).catch(
    async (error: unknown) => {
      await work.close();
      throw error;
    },
  );
  async function close() {
    await front.closeDoors();
    await work.close();
    await front.close();
  }
  options.tell(`Making the ${countResources(stacks)} resources of the templates …`);
  try {
    const credentialsOf = (name: string) => emulators.credentials.of(name);
    const { outputs, urls } = await start(options, stacks, emulators, front, work);
    rememberPorts(emulators.store, front.ports);
    return { ports: front.ports, outputs, urls, access: emulators.access, credentialsOf, close };
  } catch (error) {
    await close();
    throw error;
  }
}
