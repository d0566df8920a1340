import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { readable } from '../../domain/ledger/versions.ts';
import { CODE } from '../../domain/secrets/code.ts';
import type { Codes, Confirmation, Link, StoredCode } from '../../ports/access.ts';
import type { Clock, Random } from '../../ports/machine.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';
import { type AccessRows, type AccessTable, accessKey, accessRows } from './access-rows.ts';
import { dynamoSendings } from './sendings.ts';

interface CodeRow extends Omit<StoredCode, 'expiresAt'> {
  /** Epoch ms; `expiresAt` is the row's TTL. */
  readonly validUntil: number;
  readonly tries: number;
  readonly used: boolean;
  /** The confirmation it gave, once used. */
  readonly confirmation?: Confirmation;
}

/** The row outlives the code by this, to distinguish an expired code from an unknown one. */
const KEPT_SECONDS = 86_400;

export function dynamoCodes(
  env: AccessTable,
  { clock, random }: { clock: Clock; random: Random },
): Codes {
  const rows = accessRows(env, clock);
  return {
    ...dynamoSendings(rows, random),
    put: (link, code) => put(rows, link, code),
    find: (link) => find(rows, link),
    reserveTry: (link, session, now) => reserveTry(rows, link, session, now),
    confirm: (link, code, session) => confirm(rows, link, code, session),
  };
}

/** Conditional, so that a late or repeated put neither revives a used code nor replaces a newer one. */
async function put({ table }: AccessRows, link: Link, code: StoredCode): Promise<void> {
  const { expiresAt: validUntil, ...rest } = code;
  const expiresAt = Math.ceil(validUntil / 1000) + KEPT_SECONDS;
  const command = new PutCommand({
    TableName: table,
    Item: { ...rest, pk: accessKey.code(link), validUntil, tries: 0, used: false, expiresAt },
    ConditionExpression: 'attribute_not_exists(pk) OR sentAt < :sentAt',
    ExpressionAttributeValues: { ':sentAt': code.sentAt },
  });
  await conditionally(dynamo.send(command));
}

async function find(rows: AccessRows, link: Link): Promise<StoredCode | undefined> {
  const row = await rows.get<CodeRow>(accessKey.code(link));
  return row && row.tries < CODE.triesPerCode ? storedCode(row) : undefined;
}

async function reserveTry(
  rows: AccessRows,
  link: Link,
  session: string,
  now: number,
): ReturnType<Codes['reserveTry']> {
  const update = new UpdateCommand({
    TableName: rows.table,
    Key: { pk: accessKey.code(link) },
    UpdateExpression: 'ADD tries :one',
    ConditionExpression:
      'attribute_exists(pk) AND tries < :most AND validUntil > :now AND #session = :session',
    ExpressionAttributeNames: { '#session': 'session' },
    ExpressionAttributeValues: {
      ':one': 1,
      ':most': CODE.triesPerCode,
      ':now': now,
      ':session': session,
    },
    ReturnValues: 'ALL_NEW',
  });
  let row: CodeRow | undefined;
  const taken = await conditionally(
    dynamo.send(update).then(({ Attributes }) => {
      row = readable('access', Attributes as CodeRow);
    }),
  );
  return taken && row ? reserved(row) : { state: await whyNone(rows, link, session, now) };
}

const reserved = (row: CodeRow) => ({
  state: 'reserved' as const,
  code: storedCode(row),
  triesLeft: CODE.triesPerCode - row.tries,
  ...(row.confirmation && { confirmed: row.confirmation }),
});

const storedCode = ({
  mac,
  session,
  documentSha256,
  sentAt,
  validUntil,
  purpose,
}: CodeRow): StoredCode => ({
  mac,
  session,
  documentSha256,
  sentAt,
  expiresAt: validUntil,
  ...(purpose && { purpose }),
});

async function whyNone(
  rows: AccessRows,
  link: Link,
  session: string,
  now: number,
): Promise<'none' | 'used' | 'expired' | 'exhausted' | 'elsewhere'> {
  const row = await rows.get<CodeRow>(accessKey.code(link));
  if (!row) return 'none';
  if (row.session !== session) return row.validUntil <= now ? 'expired' : 'elsewhere';
  if (row.used) return 'used';
  return row.validUntil <= now ? 'expired' : 'exhausted';
}

/**
 * One conditional write marks the code used and stores the confirmation. It is then copied to the session's
 * row, since the next code replaces this one; after a crash in between, `Sessions.find` reads it from here.
 */
async function confirm(
  rows: AccessRows,
  link: Link,
  code: StoredCode,
  { secretSha256, confirmed }: { secretSha256: string; confirmed: Confirmation },
): Promise<boolean> {
  const use = new UpdateCommand({
    TableName: rows.table,
    Key: { pk: accessKey.code(link) },
    UpdateExpression: 'SET used = :true, confirmation = :confirmation',
    ConditionExpression: 'used = :false AND mac = :mac AND #session = :session',
    ExpressionAttributeNames: { '#session': 'session' },
    ExpressionAttributeValues: {
      ':true': true,
      ':false': false,
      ':mac': code.mac,
      ':session': secretSha256,
      ':confirmation': confirmed,
    },
  });
  const stands =
    (await conditionally(dynamo.send(use))) || (await isMade(rows, link, secretSha256, confirmed));
  if (stands) await copyToSession(rows, secretSha256, confirmed);
  return stands;
}

/** The SDK and users retry after a lost response; the retry finds the write done. */
async function isMade(
  rows: AccessRows,
  link: Link,
  secretSha256: string,
  { at, codeSentAt }: Confirmation,
): Promise<boolean> {
  const made = await confirmationOf(rows, link, secretSha256);
  return made?.at === at && made.codeSentAt === codeSentAt;
}

async function copyToSession(
  { table }: AccessRows,
  secretSha256: string,
  confirmed: Confirmation,
): Promise<void> {
  const update = new UpdateCommand({
    TableName: table,
    Key: { pk: accessKey.session(secretSha256) },
    UpdateExpression: 'SET confirmed = :confirmed',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':confirmed': confirmed },
  });
  await conditionally(dynamo.send(update));
}

/** The confirmation that the party's current code gave this session, if any. */
export async function confirmationOf(
  rows: AccessRows,
  link: Pick<Link, 'envelopeId' | 'party'>,
  secretSha256: string,
): Promise<Confirmation | undefined> {
  const row = await rows.get<CodeRow>(accessKey.code(link));
  return row?.used && row.session === secretSha256 ? row.confirmation : undefined;
}
