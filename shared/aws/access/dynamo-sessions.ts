import type { Session, Sessions } from '../../ports/access.ts';
import type { Clock } from '../../ports/machine.ts';
import { type AccessRows, type AccessTable, accessKey, accessRows } from './access-rows.ts';
import { confirmationOf } from './dynamo-codes.ts';

export function dynamoSessions(env: AccessTable, clock: Clock): Sessions {
  const rows = accessRows(env, clock);
  return {
    put: (sha256, session, expiresAt) => rows.put(accessKey.session(sha256), session, expiresAt),
    find: (sha256) => find(rows, sha256),
  };
}

/**
 * The code's row is authoritative for a confirmation (see `confirm`); the session's row is a lasting copy.
 */
async function find(rows: AccessRows, secretSha256: string): Promise<Session | undefined> {
  const row = await rows.get<Session>(accessKey.session(secretSha256));
  if (!row) return undefined;
  const { envelopeId, party, round, createdAt } = row;
  const confirmed = row.confirmed ?? (await confirmationOf(rows, row, secretSha256));
  return { envelopeId, party, round, createdAt, ...(confirmed && { confirmed }) };
}
