import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../../domain/contact/contact.ts';
import { Conflict } from '../../domain/errors.ts';
import { readable } from '../../domain/ledger/versions.ts';
import type { Contacts } from '../../ports/contacts.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';
import { type ContactItem, contactItem, wordIds, wordItems } from './contact-items.ts';
import { listContacts, searchContacts } from './find-contacts.ts';

const TRIES = 5;

/** Table `Contacts`: see `ContactItem`, `ContactWordItem`. */
export const dynamoContacts = ({
  CONTACTS_TABLE: table,
}: {
  CONTACTS_TABLE: string;
}): Contacts => ({
  find: async (id) => (await itemOf(table, id))?.contact,
  add: (contact) => add(table, contact),
  put: (contact) => put(table, contact),
  list: (query) => listContacts(table, query),
  search: (query) => searchContacts(table, query, (id) => itemOf(table, id)),
  remove: (id) => remove(table, id),
});

async function itemOf(table: string, id: string): Promise<ContactItem | undefined> {
  const get = new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true });
  const { Item } = await dynamo.send(get);
  return Item && readable('contact', Item as ContactItem);
}

/** Completes the words of a contact whose earlier write was interrupted. */
async function add(table: string, contact: Contact): Promise<boolean> {
  const standing = await itemOf(table, contact.id);
  if (standing?.hasWords) return false;
  const item = standing ?? contactItem(contact, 0);
  const isNew = !standing && (await store(table, item));
  if (standing || isNew) await putWords(table, item);
  return isNew;
}

async function put(table: string, contact: Contact, tries = TRIES): Promise<void> {
  const standing = await itemOf(table, contact.id);
  const item = contactItem(contact, standing ? standing.seq + 1 : 0);
  if (await store(table, item)) return putWords(table, item);
  if (tries === 1) throw new Conflict('the contact changed concurrently');
  return put(table, contact, tries - 1);
}

const store = (table: string, item: ContactItem): Promise<boolean> =>
  conditionally(
    dynamo.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ...(item.seq === 0
          ? { ConditionExpression: 'attribute_not_exists(id)' }
          : {
              ConditionExpression: 'seq = :before',
              ExpressionAttributeValues: { ':before': item.seq - 1 },
            }),
      }),
    ),
  );

/** If the contact was changed or removed concurrently, its words follow its newest state. */
async function putWords(table: string, item: ContactItem): Promise<void> {
  const words = wordItems(item.contact);
  await Promise.all(
    words.map((word) => dynamo.send(new PutCommand({ TableName: table, Item: word }))),
  );
  await removeAll(table, wordIds(item.id).slice(words.length));
  if (await mark(table, item)) return;
  const standing = await itemOf(table, item.id);
  if (standing) return putWords(table, standing);
  await removeAll(table, wordIds(item.id));
}

const mark = (table: string, item: ContactItem): Promise<boolean> =>
  conditionally(
    dynamo.send(
      new PutCommand({
        TableName: table,
        Item: { ...item, hasWords: true },
        ConditionExpression: 'seq = :seq',
        ExpressionAttributeValues: { ':seq': item.seq },
      }),
    ),
  );

/** Deletes the contact item last, so that an interrupted deletion can be repeated. */
async function remove(table: string, id: string): Promise<void> {
  await removeAll(table, wordIds(id));
  await removeAll(table, [id]);
}

const removeAll = (table: string, ids: readonly string[]): Promise<unknown> =>
  Promise.all(ids.map((id) => dynamo.send(new DeleteCommand({ TableName: table, Key: { id } }))));
