import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { groupOf } from '../../domain/envelope/list-group.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';
import { indexFor, rowsFrom } from './envelope-index.ts';
import { type EnvelopeItem, groupItem, rowIn } from './envelope-rows.ts';
import { placeAfter, placeIn } from './list-place.ts';
import { putUnlessOlder } from './put-unless-older.ts';

const ALL = indexFor({});

/**
 * Adds the group item to rows of earlier releases, least recently updated first; yields its progress after
 * each row.
 */
export async function* regroup(table: string, after: string | undefined): AsyncIterable<string> {
  const reading = {
    oldestFirst: true,
    after: after === undefined ? undefined : placeIn(after).place,
  };
  for await (const item of rowsFrom<EnvelopeItem>(table, ALL, reading)) {
    if (item.group === undefined) await group(table, item);
    yield placeAfter('all', item);
  }
}

/** Conditional: a concurrent writer of the row also writes its group. */
async function group(table: string, item: EnvelopeItem): Promise<void> {
  const row = rowIn(item);
  await putUnlessOlder(table, groupItem(row));
  const update = new UpdateCommand({
    TableName: table,
    Key: { id: item.id },
    UpdateExpression: 'SET #group = :group',
    ConditionExpression: 'seq = :seq',
    ExpressionAttributeNames: { '#group': 'group' },
    ExpressionAttributeValues: { ':group': groupOf(row), ':seq': item.seq },
  });
  await conditionally(dynamo.send(update));
}
