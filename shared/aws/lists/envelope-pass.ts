import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { readable } from '../../domain/ledger/versions.ts';
import type { PassName, PassState } from '../../ports/lists.ts';
import { dynamo } from '../dynamo-client.ts';

/** Key of the item in table `Envelopes` with the progress of a pass; in no index. */
export const passKey = (name: PassName): string => `pass#${name}`;

export async function findPass(table: string, name: PassName): Promise<PassState | undefined> {
  const key = { id: passKey(name) };
  const { Item } = await dynamo.send(
    new GetCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { id: _, ...state } = readable('pass', Item);
  return state as PassState;
}

export async function savePass(table: string, name: PassName, state: PassState): Promise<void> {
  const item = { ...state, id: passKey(name) };
  await dynamo.send(new PutCommand({ TableName: table, Item: item }));
}
