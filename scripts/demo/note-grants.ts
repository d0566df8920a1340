import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Access } from '../../infra/local/iam/access.ts';

/** The variable that names a folder; without it nothing is noted. */
export const GRANTS_FOLDER = 'SIGILLO_GRANTS_FOLDER';

/**
 * Records the grants of a target's roles and which of them its calls used, to be merged over many
 * targets.
 */
export function noteGrants({ policies }: Access): void {
  const folder = process.env[GRANTS_FOLDER];
  if (folder)
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(policies.grants()));
}
