import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SESClient } from '@aws-sdk/client-ses';
import type { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import type { FunctionCredentials } from '../aws/credentials.ts';
import type { EdgeFunction } from '../distribution/edge-function.ts';
import type { StaticSite } from '../distribution/static-site.ts';
import type { HttpApi } from '../http/http-api.ts';
import type { CorsConfiguration } from '../http/http-cors.ts';
import type { JwtAuthorizer } from '../http/jwt-authorizer.ts';
import type { HandleRequest } from '../http/listener.ts';
import type { Access } from '../iam/access.ts';
import type { IdentityClient } from '../identity/identity-provider.ts';
import type { EventSourceMapping } from '../lambda/event-source.ts';
import type { Invocations } from '../lambda/invocations.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { SendingSettings } from '../mail/sending-settings.ts';
import type { Queues } from '../messaging/sqs.ts';
import type { TextLog } from '../messaging/text-log.ts';
import type { Store } from '../state/store.ts';
import type { StateMachines } from '../state-machine/state-machines.ts';

/** Clients of the local AWS endpoint: resources are created through the API, as any client would. */
export type AwsClients = {
  readonly dynamoDb: DynamoDBClient;
  readonly events: EventBridgeClient;
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly ses: SESClient;
  readonly sns: SNSClient;
};

/** The user pool's groups and app clients. */
type UserPool = {
  readonly id: string;
  readonly groups: string[];
  readonly clients: IdentityClient[];
};

/** Everything that provisioners need. The maps let later resources refer to earlier ones by id. */
export type Target = {
  readonly aws: AwsClients;
  readonly store: Store;
  readonly access: Access;
  readonly credentials: FunctionCredentials;
  readonly lambda: Lambda;
  readonly invocations: Invocations;
  readonly stateMachines: StateMachines;
  readonly queues: Queues;
  readonly mail: SendingSettings;
  readonly textLog: TextLog;
  readonly httpApi: HttpApi;
  readonly apiEndpoint: string;
  readonly awsUrl: string;
  /** The clock's time, milliseconds since the epoch. */
  now(): number;
  /** Starts serving a distribution and returns its URL; the first one gets the main port. */
  openDistribution(handle: HandleRequest): string;
  /** Handlers of the function URLs, by host. */
  readonly functionUrls: Map<string, HandleRequest>;
  /** Local URLs by the distributions' alternate domain names. */
  readonly aliasUrls: ReadonlyMap<string, string>;
  /** Buckets served by a distribution, by name. */
  readonly sites: Map<string, StaticSite>;
  readonly responseHeaders: Map<string, Record<string, string>>;
  readonly edgeFunctions: Map<string, EdgeFunction>;
  readonly issuer: string;
  readonly userPools: UserPool[];
  readonly apis: string[];
  readonly integrations: Map<string, string>;
  readonly authorizers: Map<string, JwtAuthorizer>;
  readonly eventSources: EventSourceMapping[];
  /** Environment of every function: region, endpoint, its own credentials. */
  environmentOf(functionName: string): Record<string, string>;
  /** Creates a function URL and returns it, with a trailing slash. */
  openFunctionUrl(functionName: string, cors: CorsConfiguration | undefined): string;
};

/** `name`: physical name if the properties set none. */
export type ResourceRequest<P> = {
  readonly logicalId: string;
  readonly name: string;
  readonly properties: P;
  readonly assets: ReadonlyMap<string, string>;
};

/** Values of `Ref` and `Fn::GetAtt`. */
export type Physical = { readonly ref: string; readonly attributes: Record<string, string> };

export type Provisioner = (
  request: ResourceRequest<unknown>,
  target: Target,
) => Promise<Physical> | Physical;

/** A property without effect on one machine (or left to AWS). */
export const unused = z.unknown().optional();

/** A resource type with all its supported properties; any other property is refused, never ignored. */
export const provisioner =
  <S extends z.ZodType>(
    schema: S,
    provision: (
      request: ResourceRequest<z.output<S>>,
      target: Target,
    ) => Promise<Physical> | Physical,
  ): Provisioner =>
  (request, target) => {
    const parsed = schema.safeParse(request.properties);
    if (parsed.success) return provision({ ...request, properties: parsed.data }, target);
    throw new Error(
      `The local target does not know all of ${request.logicalId}: ${z.prettifyError(parsed.error)}`,
    );
  };

/** A resource type without effect on one machine. */
export const inert = (attributes: (name: string) => Record<string, string> = () => ({})) =>
  provisioner(z.unknown(), ({ name }) => ({ ref: name, attributes: attributes(name) }));

/** The name in a reference to a function: name, ARN, or API Gateway's invocation ARN. */
export const functionNameOf = (reference: string): string =>
  /function:([\w-]+)/.exec(reference)?.[1] ?? reference;

/** Refuses changed properties of a resource with state, whose data would no longer fit. */
export function requireUnchanged(store: Store, name: string, properties: unknown): void {
  const now = JSON.stringify(properties);
  const before = store.get<string>('made-from', name);
  if (before !== undefined && before !== now)
    throw new Error(`${name} has changed in the template: start afresh with --fresh`);
  store.put('made-from', name, now);
}
