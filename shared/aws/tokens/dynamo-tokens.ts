import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { readable } from '../../domain/ledger/versions.ts';
import type { Token, Withdrawal } from '../../domain/token/token.ts';
import type { Tokens } from '../../ports/tokens.ts';
import { conditionally, conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';

/** Table `Tokens`: what was decided about a token in `facts`, what happens to it beside. */
interface TokenItem extends Pick<Token, 'withdrawn' | 'lastUsedAt'> {
  readonly list: typeof LIST;
  readonly id: string;
  readonly facts: Omit<Token, 'id' | 'withdrawn' | 'lastUsedAt'>;
}

const LIST = 'tokens';

export const dynamoTokens = ({ TOKENS_TABLE: table }: { TOKENS_TABLE: string }): Tokens => ({
  find: (id) => find(table, id),
  list: () => list(table),
  add: (token) => add(table, token),
  withdraw: (id, withdrawal) => withdraw(table, id, withdrawal),
  noteUse: (id, at, since) => noteUse(table, id, at, since),
});

const keyOf = (id: string) => ({ list: LIST, id });

const itemOf = ({ id, withdrawn: _, lastUsedAt: __, ...facts }: Token): TokenItem => ({
  ...keyOf(id),
  list: LIST,
  facts,
});

function tokenIn(item: unknown): Token {
  const { id, facts, withdrawn, lastUsedAt } = readable('token', item as TokenItem);
  return { id, ...facts, ...(withdrawn && { withdrawn }), ...(lastUsedAt && { lastUsedAt }) };
}

async function find(table: string, id: string): Promise<Token | undefined> {
  const get = new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true });
  const { Item } = await dynamo.send(get);
  return Item && tokenIn(Item);
}

async function list(table: string): Promise<Token[]> {
  const tokens: Token[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#list = :list',
        ExpressionAttributeNames: { '#list': 'list' },
        ExpressionAttributeValues: { ':list': LIST },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    tokens.push(...(page.Items ?? []).map(tokenIn));
    from = page.LastEvaluatedKey;
  } while (from);
  return tokens.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** The SDK repeats a put whose answer was lost: what stands is then this token. */
async function add(table: string, token: Token): Promise<void> {
  const put = new PutCommand({
    TableName: table,
    Item: itemOf(token),
    ConditionExpression: 'attribute_not_exists(id)',
  });
  await conditionally(dynamo.send(put));
}

async function withdraw(
  table: string,
  id: string,
  withdrawn: Withdrawal,
): Promise<Token | undefined> {
  const update = new UpdateCommand({
    TableName: table,
    Key: keyOf(id),
    UpdateExpression: 'SET withdrawn = :withdrawn',
    ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(withdrawn)',
    ExpressionAttributeValues: { ':withdrawn': withdrawn },
    ReturnValues: 'ALL_NEW',
    ...RETURN_CONFLICT,
  });
  let after: unknown;
  const standing = await conflictingItem(
    dynamo.send(update).then(({ Attributes }) => {
      after = Attributes;
    }),
  );
  if (standing) return 'id' in standing ? tokenIn(standing) : undefined;
  return tokenIn(after);
}

async function noteUse(table: string, id: string, at: string, since: string): Promise<void> {
  const update = new UpdateCommand({
    TableName: table,
    Key: keyOf(id),
    UpdateExpression: 'SET lastUsedAt = :at',
    ConditionExpression:
      'attribute_exists(id) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt <= :since)',
    ExpressionAttributeValues: { ':at': at, ':since': since },
  });
  await conditionally(dynamo.send(update));
}
