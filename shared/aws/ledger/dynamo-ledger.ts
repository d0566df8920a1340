import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Envelope } from '../../domain/envelope/envelope.ts';
import { applied, folded } from '../../domain/envelope/fold.ts';
import { Conflict, Refusal } from '../../domain/errors.ts';
import { type By, chained, type Decision, type Entry } from '../../domain/ledger/ledger.ts';
import { readableEntry } from '../../domain/ledger/versions.ts';
import type { Decide, Ledger, LedgerHeads } from '../../ports/ledger.ts';
import type { Pause, Random } from '../../ports/machine.ts';
import { conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';
import { systemPause } from '../machine/system-pause.ts';
import { systemRandom } from '../machine/system-random.ts';

/** Attempts; an envelope has few concurrent writers. */
const MAX_LOSSES = 8;
const MAX_PAUSE_MS = 80;

/** Random pause after a lost race. */
interface StepBack {
  readonly random: Random;
  readonly pause: Pause;
}

/** Table `Ledger`: one item per entry, keyed by `envelopeId` and `seq`; append-only. */
export function dynamoLedger(
  { LEDGER_TABLE: table }: { LEDGER_TABLE: string },
  stepBack: StepBack = { random: systemRandom, pause: systemPause },
): Ledger & LedgerHeads {
  const load = async (envelopeId: string) => folded(await entriesOf(table, envelopeId));
  return {
    load,
    entries: (envelopeId) => entriesOf(table, envelopeId),
    newestSeq: (envelopeId) => newestSeq(table, envelopeId),
    begin: (envelopeId, by, decision) => begin(table, envelopeId, by, decision),
    change: (envelopeId, by, decide) => change({ table, load, stepBack }, envelopeId, by, decide),
  };
}

async function entriesOf(table: string, envelopeId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'envelopeId = :id',
        ExpressionAttributeValues: { ':id': envelopeId },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    entries.push(...((page.Items ?? []) as Entry[]));
    from = page.LastEvaluatedKey;
  } while (from);
  if (entries.length === 0) throw new Refusal('envelope_unknown');
  return entries.map(readableEntry);
}

/** Costs half a read unit, however long the ledger is. */
async function newestSeq(table: string, envelopeId: string): Promise<number | undefined> {
  const { Items } = await dynamo.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'envelopeId = :id',
      ExpressionAttributeValues: { ':id': envelopeId },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return Items?.[0]?.seq as number | undefined;
}

async function begin(
  table: string,
  envelopeId: string,
  by: By,
  decision: Decision<'created'>,
): Promise<Envelope> {
  const first = chained(envelopeId, undefined, by, decision);
  if (!(await append(table, first))) throw new Conflict('the envelope exists');
  return folded([first]);
}

interface Changing {
  readonly table: string;
  readonly load: (envelopeId: string) => Promise<Envelope>;
  readonly stepBack: StepBack;
}

async function change(
  { table, load, stepBack: { random, pause } }: Changing,
  envelopeId: string,
  by: By,
  decide: Decide,
): Promise<Envelope> {
  for (let losses = 0; losses < MAX_LOSSES; losses++) {
    const envelope = await load(envelopeId);
    const decision = decide(envelope);
    if (!decision) return envelope;
    const next = chained(envelopeId, envelope, by, decision);
    if (await append(table, next)) return applied(envelope, next);
    await pause((MAX_PAUSE_MS * random(1)[0]!) / 255);
  }
  throw new Conflict(`lost ${MAX_LOSSES} write races`);
}

/**
 * True if the entry was appended. After a lost response the SDK's retry fails its condition, but finds its
 * own entry.
 */
async function append(table: string, entry: Entry): Promise<boolean> {
  const put = new PutCommand({
    TableName: table,
    Item: entry,
    ConditionExpression: 'attribute_not_exists(seq)',
    ...RETURN_CONFLICT,
  });
  const standing = await conflictingItem(dynamo.send(put));
  return standing === undefined || standing.hash === entry.hash;
}
