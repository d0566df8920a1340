import { randomBytes } from 'node:crypto';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { dynamo as Dynamo } from '../../../shared/aws/dynamo-client.ts';
import { type Contact, newContact } from '../../../shared/domain/contact/contact.ts';
import { textReadings } from '../../../shared/domain/text/words.ts';
import type { Contacts } from '../../../shared/ports/contacts.ts';
import { type AwsTarget, createTable, startAws } from '../../fixtures/aws-target.ts';

let aws: AwsTarget;
let dynamo: typeof Dynamo;
let table: string;
let contacts: Contacts;

beforeAll(async () => {
  aws = await startAws();
  ({ dynamo } = await import('../../../shared/aws/dynamo-client.ts'));
});
afterAll(() => aws.stop());

beforeEach(async () => {
  const { dynamoContacts } = await import('../../../shared/aws/contacts/dynamo-contacts.ts');
  const indexes = { 'list-place': ['list', 'place'] } as const;
  table = await createTable(aws, 'Contacts', { hash: 'id', indexes });
  contacts = dynamoContacts({ CONTACTS_TABLE: table });
});

const contact = (organization?: string): Contact =>
  newContact(
    {
      name: 'Laura Verdi',
      channel: { kind: 'email', address: 'info@officine.example' },
      language: 'it',
      organization,
    },
    { subject: 'u1', name: randomBytes(4).toString('hex') },
    new Date('2026-03-02T09:00:00.000Z'),
  );

const found = async (search: string) =>
  (await contacts.search({ readings: textReadings(search), limit: 10 })).map(({ id }) => id);

async function stored(): Promise<number> {
  const client = new DynamoDBClient(aws.config);
  const { Count = 0 } = await client.send(new ScanCommand({ TableName: table }));
  client.destroy();
  return Count;
}

/** Before the third write (the word `laura`) another action runs, or that write fails. */
async function atThirdWrite(act: () => Promise<unknown>, meanwhile: () => Promise<unknown>) {
  const send = dynamo.send.bind(dynamo);
  let writes = 0;
  dynamo.send = (async (command: { constructor: { name: string } }) => {
    if (command.constructor.name === 'PutCommand' && ++writes === 3) {
      dynamo.send = send;
      await meanwhile();
    }
    return send(command as never);
  }) as never;
  await act().finally(() => {
    dynamo.send = send;
  });
}

test('words whose writing was cut short are written when the contact is kept again', async () => {
  const one = contact();
  const cut = atThirdWrite(
    () => contacts.add(one),
    () => Promise.reject(new Error('time is up')),
  );
  await expect(cut).rejects.toThrow('time is up');
  expect(await contacts.add(one)).toBe(false);
  for (const word of ['laura', 'verdi', 'example']) expect(await found(word)).toEqual([one.id]);
});

test('a contact that is removed while its words are written leaves nothing behind', async () => {
  const one = contact();
  await atThirdWrite(
    () => contacts.add(one),
    () => contacts.remove(one.id),
  );
  expect(await stored()).toBe(0);
});

test('of two changes at once the later one’s words stay, and nothing of the other’s', async () => {
  await atThirdWrite(
    () => contacts.put(contact('Neri Bianchi')),
    () => contacts.put(contact('Rossi')),
  );
  expect(await found('laura rossi')).toHaveLength(1);
  for (const word of ['neri', 'laura neri']) expect(await found(word)).toEqual([]);
});

test('a contact that is known is not written again', async () => {
  await contacts.add(contact());
  const send = dynamo.send.bind(dynamo);
  const sent: string[] = [];
  dynamo.send = ((command: { constructor: { name: string } }) => {
    sent.push(command.constructor.name);
    return send(command as never);
  }) as never;
  expect(await contacts.add(contact('Rossi'))).toBe(false);
  dynamo.send = send;
  expect(sent).toEqual(['GetCommand']);
});
