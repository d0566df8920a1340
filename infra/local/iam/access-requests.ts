import { notImplemented } from '../aws/aws-error.ts';
import { parseQuery } from '../aws/query-protocol.ts';
import type { AwsRequest } from '../aws/wire.ts';
import { settingsOf, tableArn } from '../dynamodb/table-settings.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { addressesOf } from '../mail/mail-envelope.ts';
import type { Store } from '../state/store.ts';
import { accessRequest, localArn } from './access-request.ts';
import type { AccessRequest } from './policy.ts';

const text = (value: Json | undefined) => String(value ?? '');
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const object = (value: Json | undefined): JsonObject =>
  isObject(value ?? null) ? (value as JsonObject) : {};

type Reader = (operation: string, input: JsonObject, store: Store) => AccessRequest[];

const keyed = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem']);

function onTable(operation: string, input: JsonObject, store: Store): AccessRequest {
  const table = text(input.TableName).replace(/^.*table\//, '');
  const own = tableArn(table);
  const resource = input.IndexName === undefined ? own : `${own}/index/${text(input.IndexName)}`;
  const hash = settingsOf(store, table)?.keyNames[0] ?? '';
  const [value] = Object.values(object(object(input.Item ?? input.Key)[hash]));
  const leading = keyed.has(operation) ? [text(value)] : 'unknown';
  return accessRequest(`dynamodb:${operation}`, resource, { 'dynamodb:leadingkeys': leading });
}

/** A batch needs one permission per table; a transaction one per item, under the single operation's name. */
const dynamodb: Reader = (operation, input, store) => {
  if (operation === 'BatchWriteItem' || operation === 'BatchGetItem')
    return Object.keys(object(input.RequestItems)).map((TableName) =>
      onTable(operation, { TableName }, store),
    );
  if (operation.startsWith('Transact')) throw notImplemented('IAM for transactions');
  return [onTable(operation, input, store)];
};

/** On AWS an alias is authorised as its key; not supported here, because nothing uses it. */
const kms: Reader = (operation, { KeyId }) => {
  const key = text(KeyId);
  if (/^(arn:.*:)?alias\//.test(key)) throw notImplemented('IAM for an alias of a key');
  return [
    accessRequest(`kms:${operation}`, key.startsWith('arn:') ? key : localArn('kms', `key/${key}`)),
  ];
};

/** A phone number has no ARN: only `*` allows it, and no ARN pattern denies it. */
const sns: Reader = (operation, { TopicArn }) => [
  accessRequest(`sns:${operation}`, TopicArn === undefined ? '*' : text(TopicArn)),
];

/** Enough for a mail's headers, so that attachments are not decoded. */
const HEADERS_IN_BASE64 = 64 * 1024;

function headersOf(input: JsonObject): (name: string) => string | undefined {
  const start = text(object(input.RawMessage).Data).slice(0, HEADERS_IN_BASE64);
  const [headers = ''] = Buffer.from(start, 'base64')
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  return (name) => new RegExp(`^${name}:[ \\t]*((?:.|\\r?\\n[ \\t])*)`, 'im').exec(headers)?.[1];
}

/** SES requires permission for both the identity and the configuration set. */
const ses: Reader = (operation, input) => {
  const header = headersOf(input);
  const from = text(input.Source ?? addressesOf([header('From') ?? ''])[0]);
  const set = input.ConfigurationSetName ?? header('X-SES-CONFIGURATION-SET')?.trim();
  const context = { 'ses:fromaddress': [from] };
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const resources = [`identity/${domain}`, ...(set ? [`configuration-set/${text(set)}`] : [])];
  return resources.map((resource) =>
    accessRequest(`ses:${operation}`, localArn('ses', resource), context),
  );
};

const events: Reader = (operation, input) => {
  const buses = list(input.Entries).map((entry) => text(object(entry).EventBusName ?? 'default'));
  return [...new Set(buses)].map((bus) =>
    accessRequest(
      `events:${operation}`,
      bus.startsWith('arn:') ? bus : localArn('events', `event-bus/${bus}`),
    ),
  );
};

/** A task token is authorised against the machine that issued it; an unknown token is left to the service. */
const states: Reader = (operation, input, store) => {
  const act = `states:${operation}`;
  if (input.taskToken === undefined)
    return [accessRequest(act, text(input.stateMachineArn ?? input.executionArn))];
  const given = store.get<{ executionArn: string }>('task-token', text(input.taskToken));
  const machine = given?.executionArn
    .replace(':execution:', ':stateMachine:')
    .replace(/:[^:]*$/, '');
  return machine === undefined ? [] : [accessRequest(act, machine)];
};

const sqs: Reader = (operation, input) => {
  const name = text(input.QueueName ?? input.QueueUrl).replace(/^.*\//, '');
  return [accessRequest(`sqs:${operation}`, localArn('sqs', name))];
};

const json = ({ body }: AwsRequest): JsonObject =>
  body.length === 0 ? {} : object(JSON.parse(body.toString()) as Json);
const target = ({ headers }: AwsRequest) => (headers['x-amz-target'] ?? '').split('.')[1] ?? '';
const ofJson = (reader: Reader) => (request: AwsRequest, store: Store) =>
  reader(target(request), json(request), store);
const ofQuery = (reader: Reader) => (request: AwsRequest, store: Store) => {
  const { Action = '', ...input } = parseQuery(request.body.toString()) as JsonObject;
  return reader(text(Action), input, store);
};

const services: Readonly<Record<string, (request: AwsRequest, store: Store) => AccessRequest[]>> = {
  dynamodb: ofJson(dynamodb),
  kms: ofJson(kms),
  events: ofJson(events),
  states: ofJson(states),
  sqs: ofJson(sqs),
  sns: ofQuery(sns),
  ses: ofQuery(ses),
  lambda: ({ path }) => {
    const name = decodeURIComponent(/functions\/([^/]+)\/invocations/.exec(path)?.[1] ?? '');
    const own = name.startsWith('arn:') ? name : localArn('lambda', `function:${name}`);
    return [accessRequest('lambda:InvokeFunction', own)];
  },
};

/** The IAM permissions that a request needs, all of them; for S3 see `s3-access-requests.ts`. */
export function accessRequests(
  service: string,
  request: AwsRequest,
  store: Store,
): AccessRequest[] {
  const read = services[service];
  if (!read) throw notImplemented(`IAM for ${service}`);
  return read(request, store);
}
