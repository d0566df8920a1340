import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { readable } from '../../domain/ledger/versions.ts';
import type { Link } from '../../ports/access.ts';
import type { Clock } from '../../ports/machine.ts';
import type { MessageId } from '../../ports/messages.ts';
import { dynamo } from '../dynamo-client.ts';

/** Keys of table `Access`; secrets only as SHA-256. */
export const accessKey = {
  link: (tokenSha256: string) => `link#${tokenSha256}`,
  session: (secretSha256: string) => `session#${secretSha256}`,
  sendings: ({ envelopeId, party, round }: Link) => `sendings#${envelopeId}#${party}#${round}`,
  code: ({ envelopeId, party }: Pick<Link, 'envelopeId' | 'party'>) =>
    `code#${envelopeId}#${party}`,
  turn: (envelopeId: string, party: string) => `turn#${envelopeId}#${party}`,
  text: (messageId: string) => `text#${messageId}`,
  count: (counter: string) => `count#${counter}`,
  answer: (key: string) => `answer#${key}`,
  message: ({ envelopeId, to, occasion }: MessageId) => `message#${envelopeId}#${to}#${occasion}`,
} as const;

/** Name of the table. */
export interface AccessTable {
  readonly ACCESS_TABLE: string;
}

export interface AccessRows {
  readonly table: string;
  /**
   * Undefined also for an expired row, which DynamoDB may keep for two days. Throws NewerRelease for a newer
   * version.
   */
  get<R>(pk: string): Promise<R | undefined>;
  /** `expiresAt`: epoch seconds (DynamoDB TTL). */
  put(pk: string, row: object, expiresAt: number): Promise<void>;
}

/**
 * Table `Access`: one item per link, session, code, counter, claim, text message or task token, keyed by
 * `pk`.
 */
export const accessRows = ({ ACCESS_TABLE: table }: AccessTable, clock: Clock): AccessRows => ({
  table,
  get: async <R>(pk: string) => {
    const { Item } = await dynamo.send(
      new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }),
    );
    const gone = Item === undefined || Item.expiresAt * 1000 <= clock.now().getTime();
    return gone ? undefined : readable('access', Item as R);
  },
  put: async (pk, row, expiresAt) => {
    await dynamo.send(new PutCommand({ TableName: table, Item: { ...row, pk, expiresAt } }));
  },
});
