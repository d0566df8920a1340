import { randomBytes } from 'node:crypto';
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeSweep } from '../../../functions/relay/sweep.ts';
import type { dynamo as Dynamo } from '../../../shared/aws/dynamo-client.ts';
import { envelopeIdFrom } from '../../../shared/domain/envelope/envelope-id.ts';
import { listRow } from '../../../shared/domain/envelope/list-row.ts';
import { readingsOf } from '../../../shared/domain/envelope/search-words.ts';
import type { Evidence } from '../../../shared/ports/ledger.ts';
import type { Envelopes, ListRow, Watch } from '../../../shared/ports/lists.ts';
import { type AwsTarget, createTable, startAws } from '../../fixtures/aws-target.ts';
import { underWay } from '../../fixtures/envelope-steps.ts';
import { LIST_INDEXES } from '../../fixtures/list-indexes.ts';
import { SettableClock } from '../../fixtures/memory/clock.ts';
import { memoryPorts } from '../../fixtures/memory-ports.ts';
import { readBy } from '../../fixtures/read-units.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';

const clock = new SettableClock();

let aws: AwsTarget;
let dynamo: typeof Dynamo;
let table: string;
let envelopes: Envelopes;
let watch: Watch;
let evidence: Evidence;
let sample: ListRow;

beforeAll(async () => {
  aws = await startAws();
  ({ dynamo } = await import('../../../shared/aws/dynamo-client.ts'));
  const ports = memoryPorts();
  const envelope = await ports.ledger.load(await underWay(ports));
  sample = listRow(envelope, { draftDays: 60, evidenceYears: 10 });
});
afterAll(() => aws.stop());

beforeEach(async () => {
  const { dynamoEnvelopes } = await import('../../../shared/aws/lists/dynamo-envelopes.ts');
  const { dynamoWatch } = await import('../../../shared/aws/lists/dynamo-watch.ts');
  const { dynamoEvidence } = await import('../../../shared/aws/ledger/dynamo-evidence.ts');
  const ledger = await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' });
  table = await createTable(aws, 'Envelopes', { hash: 'id', indexes: LIST_INDEXES });
  envelopes = dynamoEnvelopes({ ENVELOPES_TABLE: table }, clock);
  watch = dynamoWatch({ ENVELOPES_TABLE: table }, clock);
  evidence = dynamoEvidence({ LEDGER_TABLE: ledger, ENVELOPES_TABLE: table });
});

let minute = 0;
const rowOf = (more: Partial<ListRow> = {}): ListRow => ({
  ...sample,
  id: envelopeIdFrom(new Uint8Array(randomBytes(17))),
  createdAt: new Date(Date.parse('2026-03-02T10:00:00.000Z') + 60_000 * minute++).toISOString(),
  ...more,
});

const found = async (search: string, owner?: string, limit = 25) =>
  (
    await envelopes.search({ readings: readingsOf(search), limit, ...(owner && { owner }) })
  ).items.map(({ id }) => id);

/** A row as earlier releases wrote it. */
async function putEarlier({ words: _, ...row }: ListRow): Promise<void> {
  const Item = marshall({ ...row, all: 'all', group: 'waiting' }, { removeUndefinedValues: true });
  const client = new DynamoDBClient(aws.config);
  await client.send(new PutItemCommand({ TableName: table, Item }));
  client.destroy();
}

async function stored(): Promise<string[]> {
  const client = new DynamoDBClient(aws.config);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  client.destroy();
  return Items.map(({ id }) => id?.S ?? '');
}

/** Requests that are sent to DynamoDB during `run`. */
async function commandsOf(run: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const send = dynamo.send.bind(dynamo);
  dynamo.send = ((command: { constructor: { name: string } }) => {
    sent.push(command.constructor.name);
    return send(command as never);
  }) as never;
  await run().finally(() => {
    dynamo.send = send;
  });
  return sent;
}

const wholeFromNowOn = () => watch.savePass('words', { startedAt: '2026-03-02', isOver: true });

test('a search reads one part of an index and the rows that it shows, however many others there are', async () => {
  await wholeFromNowOn();
  const [wanted] = [rowOf({ words: ['contratto', 'verdi'] })];
  await envelopes.put(wanted);
  for (let n = 0; n < 40; n++) await envelopes.put(rowOf({ words: ['contratto', `nome${n}`] }));
  expect(await found('contratto nobody')).toEqual([]);
  const sent = await commandsOf(async () =>
    expect(await found('contr verdi')).toEqual([wanted.id]),
  );
  expect(sent).toEqual(['QueryCommand', 'BatchGetCommand']);
  const { units } = await readBy(dynamo, () => found('contr verdi'));
  expect(units).toBeLessThan(5);
});

test('a change that leaves words and owner as they are writes none of them', async () => {
  const row = rowOf();
  await envelopes.put(row);
  const later = { ...row, seq: row.seq + 1, status: 'completed' } as const;
  const sent = await commandsOf(() => envelopes.put(later));
  expect(sent).toEqual(['GetCommand', 'PutCommand', 'PutCommand']);
});

test('of two that write at once the later state’s words stay, and nothing of the other’s', async () => {
  for (let round = 0; round < 10; round++) {
    const earlier = rowOf({ seq: 5, words: [`alfa${round}`, `beta${round}`, `gamma${round}`] });
    const later = { ...earlier, seq: 6, words: [`delta${round}`] };
    await Promise.all([envelopes.put(earlier), envelopes.put(later), envelopes.put(earlier)]);
    expect(await found(`delta${round}`)).toEqual([earlier.id]);
    for (const word of ['alfa', 'beta', 'gamma'])
      expect(await found(`${word}${round}`)).toEqual([]);
  }
});

test('words whose writing was cut short are written by whoever writes the row next', async () => {
  const row = rowOf({ words: ['uno', 'due', 'tre'] });
  const send = dynamo.send.bind(dynamo);
  let left = 3;
  dynamo.send = ((command: { constructor: { name: string } }) =>
    command.constructor.name === 'PutCommand' && left-- <= 0
      ? Promise.reject(new Error('time is up'))
      : send(command as never)) as never;
  await expect(envelopes.put(row)).rejects.toThrow('time is up');
  dynamo.send = send;
  expect(await found('due')).toEqual([]);
  await envelopes.put(row);
  for (const word of ['uno', 'due', 'tre']) expect(await found(word)).toEqual([row.id]);
});

test('a row of an earlier release is found by what it holds, then by its contacts too', async () => {
  const ports = memoryPorts();
  const id = await underWay(ports);
  const row = listRow(await ports.ledger.load(id), { draftDays: 60, evidenceYears: 10 });
  await putEarlier(row);
  const [name = ''] = row.parties.map((party) => party.name);
  expect(await found(name)).toEqual([id]);
  expect(await found(name, OWNER.subject)).toEqual([id]);
  expect(await found(name, 'another')).toEqual([]);
  const { channel } = (await ports.ledger.load(id)).parties[0]!;
  const contact = channel.kind === 'email' ? channel.address : channel.number;
  expect(await found(contact)).toEqual([]);
  await makeSweep(
    { watch, clock },
    {
      repair: async () => 'sound',
      compare: () => envelopes.put(row),
      onFault: (_, fault) => {
        throw fault;
      },
      hasTime: { overdue: () => true, regroup: () => true, words: () => true, compare: () => true },
    },
  )();
  expect((await watch.pass('words'))?.isOver).toBe(true);
  expect(await found(contact)).toEqual([id]);
  expect(await found(name)).toEqual([id]);
});

test('words that are still another’s show nothing of a row that is theirs no more', async () => {
  await wholeFromNowOn();
  const row = rowOf({ words: ['contratto'] });
  await envelopes.put(row);
  expect(await found('contratto', row.owner)).toEqual([row.id]);
  await putEarlier({ ...row, owner: 'another', seq: row.seq + 1 });
  expect(await found('contratto', row.owner)).toEqual([]);
});

test('what is forgotten leaves no word behind, nor a place of one', async () => {
  const row = rowOf({ words: Array.from({ length: 40 }, (_, n) => `parola${n}`) });
  await envelopes.put(row);
  await envelopes.put({ ...row, seq: row.seq + 1, words: ['una'] });
  expect((await stored()).length).toBeGreaterThan(40);
  await evidence.remove([row.id]);
  expect(await stored()).toEqual([]);
});
