import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Access, Clock, Link, SentText, Session, TaskToken } from '../ports.ts';
import { accessCodes, confirmationOf } from './access-codes.ts';
import { accessMessages } from './access-messages.ts';
import { type AccessRows, accessKey, accessRows } from './access-rows.ts';
import { accessSendings } from './access-sendings.ts';
import { conditionally, dynamo } from './dynamo-client.ts';

/** Table `Access`: an item a link, session, code, count or task token, keyed by `pk`. */
export function dynamoAccess({ ACCESS_TABLE }: { ACCESS_TABLE: string }, clock: Clock): Access {
  const rows = accessRows(ACCESS_TABLE, clock);
  return {
    ...accessCodes(rows),
    ...accessMessages(rows),
    ...accessSendings(rows),
    putLink: (sha256, link, expiresAt) => rows.put(accessKey.link(sha256), link, expiresAt),
    findLink: (sha256) => findLink(rows, sha256),
    putSession: (sha256, session, expiresAt) =>
      rows.put(accessKey.session(sha256), session, expiresAt),
    findSession: (sha256) => findSession(rows, sha256),
    putTaskToken: (envelopeId, party, token, expiresAt) =>
      putTaskToken(rows, accessKey.turn(envelopeId, party), token, expiresAt),
    findTaskToken: (envelopeId, party) => findTaskToken(rows, envelopeId, party),
    putText: (messageId, text, expiresAt) => rows.put(accessKey.text(messageId), text, expiresAt),
    findText: (messageId) => findText(rows, messageId),
  };
}

async function findLink(rows: AccessRows, tokenSha256: string): Promise<Link | undefined> {
  const row = await rows.get<Link>(accessKey.link(tokenSha256));
  return row && { envelopeId: row.envelopeId, party: row.party, round: row.round };
}

/** The code's row is the truth about a confirmation (see `confirm`), the session's a lasting copy. */
async function findSession(rows: AccessRows, secretSha256: string): Promise<Session | undefined> {
  const row = await rows.get<Session>(accessKey.session(secretSha256));
  if (!row) return undefined;
  const { envelopeId, party, round, createdAt } = row;
  const confirmed = row.confirmed ?? (await confirmationOf(rows, row, secretSha256));
  return { envelopeId, party, round, createdAt, ...(confirmed && { confirmed }) };
}

/** A put that comes late, or twice, leaves the token of a later wait where it is. */
async function putTaskToken(
  { table }: AccessRows,
  pk: string,
  token: TaskToken,
  expiresAt: number,
): Promise<boolean> {
  const put = new PutCommand({
    TableName: table,
    Item: { ...token, pk, expiresAt },
    ConditionExpression:
      'attribute_not_exists(pk) OR attribute_not_exists(#order) OR #order <= :order',
    ExpressionAttributeNames: { '#order': 'order' },
    ExpressionAttributeValues: { ':order': token.order },
  });
  return conditionally(dynamo.send(put));
}

async function findTaskToken(
  rows: AccessRows,
  envelopeId: string,
  party: string,
): Promise<TaskToken | undefined> {
  const row = await rows.get<TaskToken>(accessKey.turn(envelopeId, party));
  return row && { token: row.token, seq: row.seq, order: row.order ?? 0 };
}

async function findText(rows: AccessRows, messageId: string): Promise<SentText | undefined> {
  const row = await rows.get<SentText>(accessKey.text(messageId));
  if (!row) return undefined;
  const { envelopeId, party, notice, round, message } = row;
  return {
    ...{ envelopeId, party, notice },
    ...(round !== undefined && { round }),
    ...(message !== undefined && { message }),
  };
}
