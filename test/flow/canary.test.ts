import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { afterAll, expect, test } from 'vitest';
import { company } from '../../infra/company.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { localEnvironment } from '../../scripts/authority/local-environment.ts';
import { LocalDesk } from '../../scripts/demo/local-desk.ts';
import { PrivateTarget } from '../../scripts/demo/private-target.ts';
import { invoke } from '../../scripts/operate/invoke.ts';

const folder = mkdtempSync(join(tmpdir(), 'sigillo-canary-'));
const cdkOut = join(folder, 'cdk.out');
const target = new PrivateTarget(join(folder, 'state'), cdkOut);

afterAll(async () => {
  await target.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function canaryName(): Promise<string> {
  const client = new CloudFormationClient({});
  for await (const { StackResourceSummaries = [] } of paginateListStackResources(
    { client },
    { StackName: 'SigilloService' },
  ))
    for (const { LogicalResourceId = '', PhysicalResourceId = '' } of StackResourceSummaries)
      if (LogicalResourceId.startsWith('CanaryFunction')) return PhysicalResourceId;
  throw new Error('there is no canary');
}

test('the canary that CDK synthesised sends, sees its party invited, and voids', async () => {
  synthesize({ ...company, canary: {} }, cdkOut);
  await target.start();
  Object.assign(process.env, await localEnvironment(target.api));
  const { envelopeId } = (await invoke(await canaryName(), {})) as { envelopeId: string };
  const { deployment } = await import('../../scripts/operate/deployment.ts');
  const { show } = await import('../../scripts/operate/show.ts');
  const shown = await show(await deployment(), envelopeId);
  expect(shown).toMatch(/voided since/);
  expect(shown).toMatch(/party nobody, turn 1, by email: invited /);
  const mails = await new LocalDesk(target.api).mailsTo('success@simulator.amazonses.com');
  expect(mails.length).toBeGreaterThan(0);
});
