import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { Cors, toCors } from './cors.ts';
import {
  functionNameOf,
  type Provisioner,
  provisioner,
  type ResourceRequest,
  unused,
} from './provisioner.ts';

const LambdaFunction = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string().regex(/^nodejs\d+\.x$/),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z
    .strictObject({ Variables: z.record(z.string(), z.string()).default({}) })
    .optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  EphemeralStorage: unused,
  ReservedConcurrentExecutions: unused,
  Architectures: unused,
  Description: unused,
  LoggingConfig: unused,
  Role: z.string(),
  TracingConfig: unused,
  RecursiveLoop: unused,
  Tags: unused,
});

/** The bundle's entry module: the handler `index.handler` is in `index.mjs` of the asset's folder. */
function entryOf({
  properties,
  assets,
  logicalId,
}: ResourceRequest<z.output<typeof LambdaFunction>>) {
  const folder = assets.get(properties.Code.S3Key.replace(/\.zip$/, '')) ?? '';
  const [module = ''] = properties.Handler.split('.');
  const files = ['.mjs', '.js', '.cjs'].map((ending) => join(folder, `${module}${ending}`));
  const file = files.find((one) => existsSync(one));
  if (!file) throw new Error(`The bundle of ${logicalId} has no ${module}`);
  return file;
}

/** CDK's own custom-resource functions in other runtimes; the provisioners of those resources do their work. */
const Helper = z.object({ Runtime: z.string().startsWith('python'), Layers: z.array(unused) });

export const provisionFunction: Provisioner = (request, target) => {
  if (!Helper.safeParse(request.properties).success) return provisionOwn(request, target);
  return { ref: request.name, attributes: { Arn: arnOf(request.name) } };
};

const arnOf = (name: string) => `arn:aws:lambda:${region}:${accountId}:function:${name}`;

const provisionOwn = provisioner(LambdaFunction, (request, target) => {
  const { properties } = request;
  const name = properties.FunctionName ?? request.name;
  const arn = arnOf(name);
  target.access.assume(target.credentials.of(name).accessKeyId, name, properties.Role);
  target.lambda.define({
    name,
    arn,
    file: entryOf(request),
    handler: properties.Handler,
    timeout: properties.Timeout,
    memory: properties.MemorySize,
    environment: { ...target.environmentOf(name), ...properties.Environment?.Variables },
  });
  if (properties.DeadLetterConfig)
    target.invocations.configure(name, { deadLetter: properties.DeadLetterConfig.TargetArn });
  return { ref: name, attributes: { Arn: arn } };
});

const Destination = z.strictObject({ Destination: z.string() });
const OnFailure = z.strictObject({ OnFailure: Destination.optional() }).optional();

const EventInvokeConfig = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal('$LATEST'),
  MaximumRetryAttempts: z.number().default(2),
  MaximumEventAgeInSeconds: z.number().default(21_600),
  DestinationConfig: OnFailure,
});

export const provisionEventInvokeConfig = provisioner(EventInvokeConfig, (request, target) => {
  const { properties, name } = request;
  target.invocations.configure(functionNameOf(properties.FunctionName), {
    maximumRetries: properties.MaximumRetryAttempts,
    maximumAge: properties.MaximumEventAgeInSeconds,
    onFailure: properties.DestinationConfig?.OnFailure?.Destination,
  });
  return { ref: name, attributes: {} };
});

const Pattern = z.json().transform((value) => JSON.parse(String(value)) as { [n: string]: never });

const EventSourceMapping = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string().regex(/^arn:aws:dynamodb:/, 'the stream of a table'),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BatchSize: z.number().default(100),
  BisectBatchOnFunctionError: z.boolean().default(false),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().default(-1),
  DestinationConfig: OnFailure,
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern })) })
    .default({ Filters: [] }),
  Enabled: z.literal(true).optional(),
  ParallelizationFactor: z.int().min(1).max(10).default(1),
  MaximumBatchingWindowInSeconds: z.int().min(0).max(300).default(0),
  Tags: unused,
});

export const provisionEventSourceMapping = provisioner(EventSourceMapping, (request, target) => {
  const { properties, name } = request;
  const table = /table\/([^/]+)\//.exec(properties.EventSourceArn)?.[1] ?? '';
  target.eventSources.push({
    id: name,
    table,
    functionName: functionNameOf(properties.FunctionName),
    batchSize: properties.BatchSize,
    batchWindow: properties.MaximumBatchingWindowInSeconds,
    lanes: properties.ParallelizationFactor,
    reportItemFailures: properties.FunctionResponseTypes.length > 0,
    bisect: properties.BisectBatchOnFunctionError,
    maximumRetries: properties.MaximumRetryAttempts,
    maximumAge: properties.MaximumRecordAgeInSeconds,
    onFailure: properties.DestinationConfig?.OnFailure?.Destination,
    filters: properties.FilterCriteria.Filters.map(({ Pattern: pattern }) => pattern),
  });
  return { ref: name, attributes: { Id: name } };
});

const FunctionUrl = z.strictObject({
  TargetFunctionArn: z.string(),
  AuthType: z.literal('NONE'),
  InvokeMode: z.literal('BUFFERED').optional(),
  Cors: Cors.optional(),
});

export const provisionFunctionUrl = provisioner(FunctionUrl, ({ properties }, target) => {
  const name = functionNameOf(properties.TargetFunctionArn);
  const url = target.openFunctionUrl(name, toCors(properties.Cors));
  return {
    ref: properties.TargetFunctionArn,
    attributes: { FunctionUrl: url, FunctionArn: properties.TargetFunctionArn },
  };
});
