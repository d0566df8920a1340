import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../ports/machine.ts';
import {
  CLAIM_SECONDS,
  type Claim,
  type ClaimAnswer,
  type ClaimState,
  type Claims,
  type MessageId,
} from '../../ports/messages.ts';
import { type AccessRows, type AccessTable, accessKey, accessRows } from '../access/access-rows.ts';
import { conditionally, dynamo } from '../dynamo-client.ts';

type Settled = 'sent' | 'undeliverable';

type MessageRow = Claim & ClaimState;

export function dynamoClaims(env: AccessTable, clock: Clock): Claims {
  const rows = accessRows(env, clock);
  return {
    find: (message) => find(rows, message),
    take: (message, claim, expiresAt) => take(rows, message, claim, expiresAt),
    settle: (message, claim, state, expiresAt) => settle(rows, message, claim, state, expiresAt),
  };
}

async function find(rows: AccessRows, message: MessageId): Promise<ClaimState | undefined> {
  const row = await rows.get<MessageRow>(accessKey.message(message));
  return row && { state: row.state, at: row.at };
}

async function take(
  rows: AccessRows,
  message: MessageId,
  claim: Claim,
  expiresAt: number,
): Promise<ClaimAnswer> {
  const put = new PutCommand({
    TableName: rows.table,
    Item: { ...claim, state: 'claimed', pk: accessKey.message(message), expiresAt },
    ConditionExpression:
      'attribute_not_exists(pk) OR #state = :free OR (#state = :claimed AND #at < :longAgo)',
    ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
    ExpressionAttributeValues: {
      ':free': 'free',
      ':claimed': 'claimed',
      ':longAgo': claim.at - CLAIM_SECONDS * 1000,
    },
    ReturnValues: 'ALL_OLD',
  });
  let before: Record<string, unknown> | undefined;
  const write = dynamo.send(put).then(({ Attributes }) => (before = Attributes));
  if (await conditionally(write)) return before ? 'reclaimed' : 'claimed';
  return standing(await rows.get<MessageRow>(accessKey.message(message)), claim);
}

/**
 * After a lost response, the SDK's retry finds its own claim and cannot tell what preceded it: `reclaimed`.
 */
function standing(row: MessageRow | undefined, { by }: Claim): ClaimAnswer {
  if (row?.state === 'sent' || row?.state === 'undeliverable') return row.state;
  return row?.state === 'claimed' && row.by === by ? 'reclaimed' : 'taken';
}

/** After another task took over the claim, only the outcome `sent` is stored. */
async function settle(
  { table }: AccessRows,
  message: MessageId,
  claim: Claim,
  state: Settled | 'free',
  expiresAt: number,
): Promise<void> {
  const put = new PutCommand({
    TableName: table,
    Item: { ...claim, state, pk: accessKey.message(message), expiresAt },
    ...(state !== 'sent' && {
      ConditionExpression: '#by = :by',
      ExpressionAttributeNames: { '#by': 'by' },
      ExpressionAttributeValues: { ':by': claim.by },
    }),
  });
  await conditionally(dynamo.send(put));
}
