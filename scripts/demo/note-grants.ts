import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Access } from '../../infra/local/iam/access.ts';

/** Environment variable with the folder to write to; unset, nothing is recorded. */
export const GRANTS_FOLDER = 'SIGILLO_GRANTS_FOLDER';

/**
 * Records the granted permissions of a target's roles and which of them its calls used. Files of many targets
 * are merged later.
 */
export function noteGrants({ policies }: Access): void {
  const folder = process.env[GRANTS_FOLDER];
  if (folder)
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(policies.grants()));
}
