import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompanyConfig } from '../../infra/config.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { type Bill, idleMonth } from './bill.ts';
import { resourcesIn } from './template-facts.ts';

/**
 * A company with the required settings only; optional features such as text messages and the canary are
 * excluded.
 */
const DEFAULTS: CompanyConfig = {
  company: { name: 'Acme', country: 'IT' },
  mail: { from: 'sign@acme.test' },
};

export function defaultMonth(): Bill {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-month-'));
  try {
    synthesize(DEFAULTS, folder);
    return idleMonth(resourcesIn(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
