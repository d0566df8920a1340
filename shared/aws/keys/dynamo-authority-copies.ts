import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AuthorityCopies } from '../../ports/keys.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';

/** Cannot be an envelope id, which has 26 characters; the ledger's followers ignore it. */
export const AUTHORITY_COPIES = 'authority';

/** Rows of table `Ledger`, the only table with a backup; append-only as all its items. */
export const dynamoAuthorityCopies = ({
  LEDGER_TABLE: table,
}: {
  LEDGER_TABLE: string;
}): AuthorityCopies => ({
  newest: async () => {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'envelopeId = :id',
        ExpressionAttributeValues: { ':id': AUTHORITY_COPIES },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    const row = Items?.[0];
    return row && { number: row.seq as number, bytes: Buffer.from(row.certificates as string) };
  },
  add: async ({ number, bytes }) => {
    const put = new PutCommand({
      TableName: table,
      Item: {
        envelopeId: AUTHORITY_COPIES,
        seq: number,
        certificates: Buffer.from(bytes).toString(),
      },
      ConditionExpression: 'attribute_not_exists(seq)',
    });
    await conditionally(dynamo.send(put));
  },
});
