import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { canonicalJson } from '../../domain/ledger/canonical-json.ts';
import { readable } from '../../domain/ledger/versions.ts';
import type { Endpoint } from '../../domain/webhook/endpoint.ts';
import type { Webhooks } from '../../ports/webhooks.ts';
import { conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';
import { ENDPOINTS, type EndpointItem, endpointItem } from './webhook-items.ts';

/** Table `Webhooks`: see `EndpointItem`. */
export const dynamoWebhooks = ({
  WEBHOOKS_TABLE: table,
}: {
  WEBHOOKS_TABLE: string;
}): Webhooks => ({
  endpoints: () => endpoints(table),
  find: (id) => find(table, id),
  put: (endpoint) => put(table, endpoint),
  remove: async (id) => {
    await dynamo.send(new DeleteCommand({ TableName: table, Key: keyOf(id) }));
  },
});

const keyOf = (id: string) => ({ pk: ENDPOINTS, sk: id });

const endpointIn = (item: unknown): Endpoint => readable('endpoint', item as EndpointItem).endpoint;

async function endpoints(table: string): Promise<Endpoint[]> {
  const found: Endpoint[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': ENDPOINTS },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...(page.Items ?? []).map(endpointIn));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
}

async function find(table: string, id: string): Promise<Endpoint | undefined> {
  const get = new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true });
  const { Item } = await dynamo.send(get);
  return Item && endpointIn(Item);
}

/** The SDK repeats a put whose response was lost: the conflicting item may be the one just written. */
async function put(table: string, endpoint: Endpoint): Promise<boolean> {
  const item = endpointItem(endpoint);
  const write = new PutCommand({
    TableName: table,
    Item: item,
    ...(endpoint.seq === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'seq = :before',
          ExpressionAttributeValues: { ':before': endpoint.seq - 1 },
        }),
    ...RETURN_CONFLICT,
  });
  const standing = await conflictingItem(dynamo.send(write));
  return standing === undefined || isSame(standing, item);
}

const isSame = (standing: unknown, item: EndpointItem): boolean =>
  canonicalJson(standing) === canonicalJson(JSON.parse(JSON.stringify(item)));
