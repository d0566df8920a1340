import { join } from 'node:path';
import { ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { closeAwsClients, makeAwsClients } from '../../infra/local/aws/aws-clients.ts';
import { Store } from '../../infra/local/state/store.ts';
import { callJson } from '../demo/http.ts';

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly contentType: string;
}

/** Rows in DynamoDB JSON; bytes as base64. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

export interface Snapshot {
  /** ISO 8601, by the target's clock. */
  readonly at: string;
  readonly tables: Readonly<Record<string, Rows>>;
  readonly objects: ReadonlyMap<string, StoredObject>;
}

/** Current contents of a running target's tables and documents bucket. */
export async function takeSnapshot(api: string, awsUrl: string): Promise<Snapshot> {
  const { now, aheadMs } = await callJson<{ now: string; aheadMs: number }>(
    'GET',
    `${api}/local/api/clock`,
  );
  const aws = makeAwsClients(awsUrl, aheadMs);
  try {
    return { at: now, tables: await tablesOf(aws), objects: await objectsOf(aws, api) };
  } finally {
    closeAwsClients(aws);
  }
}

type Clients = ReturnType<typeof makeAwsClients>;

async function tablesOf({ dynamoDb }: Clients): Promise<Record<string, Rows>> {
  const { TableNames = [] } = await dynamoDb.send(new ListTablesCommand({}));
  const tables = TableNames.map(async (TableName): Promise<[string, Rows]> => {
    const { Items = [], LastEvaluatedKey } = await dynamoDb.send(new ScanCommand({ TableName }));
    if (LastEvaluatedKey) throw new Error(`${TableName} has more than one page`);
    return [TableName, Items];
  });
  return Object.fromEntries(await Promise.all(tables));
}

const DOCUMENTS = /^(open|closed|pki)\//;

async function objectsOf({ s3 }: Clients, api: string): Promise<Snapshot['objects']> {
  const listed = await callJson<{ bucket: string; key: string }[]>(
    'GET',
    `${api}/local/api/objects`,
  );
  const found = new Map<string, StoredObject>();
  for (const { bucket, key } of listed.filter((it) => DOCUMENTS.test(it.key))) {
    const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const bytes = await object.Body!.transformToByteArray();
    found.set(key, { bytes, etag: object.ETag ?? '', contentType: object.ContentType ?? '' });
  }
  return found;
}

interface StoredKey {
  readonly id: string;
  /** Base64: PKCS#8 of a key pair, the bytes of an HMAC key. */
  readonly material: string;
}

/** Internal state of a stopped target: its KMS keys and the definition of its workflow. */
export function readState(stateDirectory: string) {
  const store = new Store(join(stateDirectory, 'state.db'));
  try {
    const keys = store.list<StoredKey>('kms-key');
    const [definition] = store.list<string>('state-machine-definition');
    return { keys, definition: definition! };
  } finally {
    store.close();
  }
}
