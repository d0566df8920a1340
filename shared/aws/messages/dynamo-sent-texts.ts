import type { Clock } from '../../ports/machine.ts';
import type { SentText, SentTexts } from '../../ports/messages.ts';
import { type AccessRows, type AccessTable, accessKey, accessRows } from '../access/access-rows.ts';

export function dynamoSentTexts(env: AccessTable, clock: Clock): SentTexts {
  const rows = accessRows(env, clock);
  return {
    put: (messageId, text, expiresAt) => rows.put(accessKey.text(messageId), text, expiresAt),
    find: (messageId) => find(rows, messageId),
  };
}

async function find(rows: AccessRows, messageId: string): Promise<SentText | undefined> {
  const row = await rows.get<SentText>(accessKey.text(messageId));
  if (!row) return undefined;
  const { envelopeId, party, notice, round, message } = row;
  return {
    ...{ envelopeId, party, notice },
    ...(round !== undefined && { round }),
    ...(message !== undefined && { message }),
  };
}
