import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { company } from '../../infra/company.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { REQUIRED_SETTINGS, SETTINGS } from './deployable/settings.ts';

const isInstalled = spawnSync('cfn-lint', ['--version']).status === 0;

/** CDK adds an explicit dependency on the role that the reference to it already implies. */
const IGNORED = 'W3005';

const everything = {
  ...REQUIRED_SETTINGS,
  ...Object.assign({}, ...Object.values(SETTINGS).reverse()),
};

/** `pip install cfn-lint`; its rules are CloudFormation's schemas and AWS's documentation. */
test.skipIf(!isInstalled).each([
  ['the sample company', company],
  ['every setting', everything],
])('cfn-lint finds nothing in the templates of %s', (_, settings) => {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-lint-'));
  try {
    synthesize(settings, folder);
    const templates = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
    const asked = ['-r', 'eu-south-1', '-i', IGNORED, '-t', ...templates];
    const { stdout, status } = spawnSync('cfn-lint', asked, { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
