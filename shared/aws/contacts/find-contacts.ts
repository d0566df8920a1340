import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Contact } from '../../domain/contact/contact.ts';
import { Malformed } from '../../domain/errors.ts';
import { longestOf, matches, type Reading } from '../../domain/text/words.ts';
import type { Contacts } from '../../ports/contacts.ts';
import type { Page } from '../../ports/lists.ts';
import { dynamo } from '../dynamo-client.ts';
import { opaque, readOpaque } from '../lists/opaque.ts';
import {
  CONTACTS_BY_NAME,
  type ContactItem,
  type ContactWordItem,
  wordList,
} from './contact-items.ts';

const INDEX = 'list-place';

/** Word items read per search and reading: about 25 read units. */
const WORDS_LOOKED_AT = 500;

type Find = (id: string) => Promise<ContactItem | undefined>;

export async function listContacts(
  table: string,
  { limit, cursor }: Parameters<Contacts['list']>[0],
): Promise<Page<Contact>> {
  const page = await dynamo.send(
    new QueryCommand({
      TableName: table,
      IndexName: INDEX,
      KeyConditionExpression: '#list = :list',
      ExpressionAttributeNames: { '#list': 'list' },
      ExpressionAttributeValues: { ':list': CONTACTS_BY_NAME },
      Limit: limit,
      ExclusiveStartKey: cursor === undefined ? undefined : startIn(cursor),
    }),
  );
  const items = ((page.Items ?? []) as ContactItem[]).map(({ contact }) => contact);
  return page.LastEvaluatedKey ? { items, cursor: cursorOf(page.LastEvaluatedKey) } : { items };
}

const Key = z.strictObject({ id: z.string(), place: z.string() });

const cursorOf = ({ id, place }: Record<string, unknown>): string => opaque({ id, place });

function startIn(cursor: string) {
  const parsed = Key.safeParse(readOpaque(cursor));
  if (!parsed.success)
    throw new Malformed([{ path: 'cursor', message: 'not a cursor of this list' }]);
  return { ...parsed.data, list: CONTACTS_BY_NAME };
}

/** Contacts found by the searched word; omits those deleted or renamed since. */
export async function searchContacts(
  table: string,
  { readings, limit }: Parameters<Contacts['search']>[0],
  find: Find,
): Promise<Contact[]> {
  const found = (await Promise.all(readings.map((reading) => idsFor(table, reading)))).flat();
  const ids = [...new Set(found)].slice(0, limit);
  const items = await Promise.all(ids.map(find));
  return items.flatMap((item) => (item ? [item.contact] : []));
}

async function idsFor(table: string, reading: Reading): Promise<string[]> {
  const word = longestOf(reading);
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: table,
      IndexName: INDEX,
      KeyConditionExpression: '#list = :list AND begins_with(place, :word)',
      ExpressionAttributeNames: { '#list': 'list' },
      ExpressionAttributeValues: { ':list': wordList(word), ':word': word },
      Limit: WORDS_LOOKED_AT,
    }),
  );
  return (Items as ContactWordItem[])
    .filter(({ words }) => matches(words, reading))
    .map(({ contactId }) => contactId);
}
