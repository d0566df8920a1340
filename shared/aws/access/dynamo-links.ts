import type { Link, Links } from '../../ports/access.ts';
import type { Clock } from '../../ports/machine.ts';
import { type AccessRows, type AccessTable, accessKey, accessRows } from './access-rows.ts';

export function dynamoLinks(env: AccessTable, clock: Clock): Links {
  const rows = accessRows(env, clock);
  return {
    put: (sha256, link, expiresAt) => rows.put(accessKey.link(sha256), link, expiresAt),
    find: (sha256) => find(rows, sha256),
  };
}

async function find(rows: AccessRows, tokenSha256: string): Promise<Link | undefined> {
  const row = await rows.get<Link>(accessKey.link(tokenSha256));
  return row && { envelopeId: row.envelopeId, party: row.party, round: row.round };
}
