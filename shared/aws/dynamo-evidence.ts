import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Status } from '../domain/envelope.ts';
import type { Evidence } from '../ports.ts';
import { dynamo } from './dynamo-client.ts';

interface Tables {
  readonly LEDGER_TABLE: string;
  readonly ENVELOPES_TABLE: string;
}

/** Tables `Ledger` and `Envelopes`, for the one function that may delete from them. */
export const dynamoEvidence = (tables: Tables): Evidence => ({
  endedDrafts: (instant) => endedDrafts(tables.ENVELOPES_TABLE, instant),
  untouchedSince: (instant) => untouchedSince(tables.ENVELOPES_TABLE, instant),
  remove: (envelopeId) => remove(tables, envelopeId),
});

const PURGED: Status = 'purged';
const DRAFT: Status = 'draft';

async function* untouchedSince(table: string, instant: string): AsyncIterable<string> {
  const query = {
    TableName: table,
    IndexName: 'status-updated',
    KeyConditionExpression: '#status = :purged AND updatedAt <= :instant',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':purged': PURGED, ':instant': instant },
    ScanIndexForward: true,
  };
  for await (const { id } of itemsOf(query)) yield id as string;
}

/** There are never more drafts than were begun in their days. */
async function* endedDrafts(table: string, instant: Date): AsyncIterable<string> {
  const query = {
    TableName: table,
    IndexName: 'status-updated',
    KeyConditionExpression: '#status = :draft',
    FilterExpression: 'expiresAt <= :instant',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':draft': DRAFT,
      ':instant': Math.floor(instant.getTime() / 1000),
    },
  };
  for await (const { id } of itemsOf(query)) yield id as string;
}

async function remove(tables: Tables, envelopeId: string): Promise<void> {
  const newestFirst = {
    TableName: tables.LEDGER_TABLE,
    KeyConditionExpression: 'envelopeId = :id',
    ExpressionAttributeValues: { ':id': envelopeId },
    ProjectionExpression: 'envelopeId, seq',
    ScanIndexForward: false,
    ConsistentRead: true,
  };
  for await (const { seq } of itemsOf(newestFirst)) {
    const Key = { envelopeId, seq };
    await dynamo.send(new DeleteCommand({ TableName: tables.LEDGER_TABLE, Key }));
  }
  const Key = { id: envelopeId };
  await dynamo.send(new DeleteCommand({ TableName: tables.ENVELOPES_TABLE, Key }));
}

async function* itemsOf(
  query: ConstructorParameters<typeof QueryCommand>[0],
): AsyncIterable<Record<string, unknown>> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(new QueryCommand({ ...query, ExclusiveStartKey: from }));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
