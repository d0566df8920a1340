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

/** Clients of the local AWS endpoint: resources are made over the wire, as anyone would make them. */
export type AwsClients = {
  readonly dynamoDb: DynamoDBClient;
  readonly events: EventBridgeClient;
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly ses: SESClient;
  readonly sns: SNSClient;
};

/** What the template's user pool comes to: who may sign in, and through which clients. */
type UserPool = {
  readonly id: string;
  readonly groups: string[];
  readonly clients: IdentityClient[];
};

/** What resources are made of. The maps hold what later resources refer to by id. */
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
  /** Begins to serve a distribution and gives its address: of the template's first, the main port's. */
  openDistribution(handle: HandleRequest): string;
  /** What answers at each function's public address, by host. */
  readonly functionUrls: Map<string, HandleRequest>;
  /** Addresses of this machine by the host names that the template's distributions have for the world. */
  readonly aliasUrls: ReadonlyMap<string, string>;
  /** Buckets that a distribution serves, by name. */
  readonly sites: Map<string, StaticSite>;
  readonly responseHeaders: Map<string, Record<string, string>>;
  readonly edgeFunctions: Map<string, EdgeFunction>;
  readonly issuer: string;
  readonly userPools: UserPool[];
  readonly apis: string[];
  readonly integrations: Map<string, string>;
  readonly authorizers: Map<string, JwtAuthorizer>;
  readonly eventSources: EventSourceMapping[];
  /** Environment of every function: region, endpoint, credentials of its own. */
  environmentOf(functionName: string): Record<string, string>;
  /** Opens a function's public address and gives it, with a slash at the end. */
  openFunctionUrl(functionName: string, cors: CorsConfiguration | undefined): string;
};

/** `name` is the physical name unless the properties give one. */
export type ResourceRequest<P> = {
  readonly logicalId: string;
  readonly name: string;
  readonly properties: P;
  readonly assets: ReadonlyMap<string, string>;
};

/** What `Ref` and `Fn::GetAtt` give. */
export type Physical = { readonly ref: string; readonly attributes: Record<string, string> };

export type Provisioner = (
  request: ResourceRequest<unknown>,
  target: Target,
) => Promise<Physical> | Physical;

/** A property that changes nothing on one machine (or that is left to AWS). */
export const unused = z.unknown().optional();

/** A resource type whose properties are all known: any other is refused, never ignored. */
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

/** A resource that has no effect on one machine. */
export const inert = (attributes: (name: string) => Record<string, string> = () => ({})) =>
  provisioner(z.unknown(), ({ name }) => ({ ref: name, attributes: attributes(name) }));

/** The name in a reference to a function: name, ARN, or API Gateway's invocation ARN. */
export const functionNameOf = (reference: string): string =>
  /function:([\w-]+)/.exec(reference)?.[1] ?? reference;

/** Fails when a resource that holds state was made from other properties: data would not fit. */
export function requireUnchanged(store: Store, name: string, properties: unknown): void {
  const now = JSON.stringify(properties);
  const before = store.get<string>('made-from', name);
  if (before !== undefined && before !== now)
    throw new Error(`${name} has changed in the template: start afresh with --fresh`);
  store.put('made-from', name, now);
}
