import { AwsError } from '../aws/aws-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import type { Dynalite } from './dynalite.ts';
import { type ItemWriter, keyOf } from './item-writer.ts';
import { allSettings, type TableSettings } from './table-settings.ts';

/** DynamoDB ignores expiry times more than five years in the past. */
const oldest = 5 * 365 * 24 * 3600;

async function* expiredItems(
  dynalite: Dynalite,
  table: string,
  attribute: string,
  seconds: number,
): AsyncGenerator<JsonObject> {
  let start: JsonObject | undefined;
  do {
    const page = await dynalite.call('Scan', {
      TableName: table,
      ...(start && { ExclusiveStartKey: start }),
      FilterExpression: '#end BETWEEN :oldest AND :now',
      ExpressionAttributeNames: { '#end': attribute },
      ExpressionAttributeValues: {
        ':oldest': { N: String(seconds - oldest) },
        ':now': { N: String(seconds) },
      },
    });
    yield* page.Items as JsonObject[];
    start = page.LastEvaluatedKey as JsonObject | undefined;
  } while (start);
}

/** Deletes an expired item unless its expiry was changed since it was read. */
async function expire(writer: ItemWriter, settings: TableSettings, item: JsonObject) {
  const attribute = settings.timeToLive ?? '';
  try {
    const input = {
      TableName: settings.name,
      Key: keyOf(settings, item) ?? {},
      ConditionExpression: '#end = :end',
      ExpressionAttributeNames: { '#end': attribute },
      ExpressionAttributeValues: { ':end': item[attribute] ?? { NULL: true } },
    };
    await writer.write('DeleteItem', input, true);
  } catch (error) {
    if (!(error instanceof AwsError && error.code === 'ConditionalCheckFailedException'))
      throw error;
  }
}

/** Time to live. AWS deletes within days of the expiry; here each sweep deletes what has expired at `now` (ms). */
export async function sweepExpired(
  store: Store,
  dynalite: Dynalite,
  writer: ItemWriter,
  now: number,
): Promise<void> {
  const seconds = Math.floor(now / 1000);
  for (const settings of allSettings(store)) {
    if (settings.timeToLive === undefined) continue;
    const items = expiredItems(dynalite, settings.name, settings.timeToLive, seconds);
    for await (const item of items) await expire(writer, settings, item);
  }
}
