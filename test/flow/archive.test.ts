import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { company } from '../../infra/company.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { completed } from '../../scripts/demo/journey.ts';
import { PrivateTarget } from '../../scripts/demo/private-target.ts';
import { signerOf } from '../../scripts/demo/stage.ts';
import { DAY_MS, sendContract, silent, stageOn } from './theatre.ts';

const folder = mkdtempSync(join(tmpdir(), 'sigillo-archive-'));
const cdkOut = join(folder, 'cdk.out');
const target = new PrivateTarget(join(folder, 'state'), cdkOut);

afterAll(async () => {
  await target.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('what was signed is still there for its sender when it has left its link', async () => {
  synthesize({ ...company, archive: { years: 10 } }, cdkOut);
  await target.start();
  const stage = await stageOn(target);
  const id = await sendContract(stage);
  for (const party of ['director', 'client']) {
    const signer = signerOf(stage, party);
    await signCeremony(signer, silent);
    expect(signer.ceremony.terms.text).toContain('10 anni');
  }
  await completed(stage, id);
  const signed = await stage.employee.download(id);
  // The archive copy is written before the event is published.
  await stage.desk.published(id, 'envelope.completed');
  await stage.desk.advance(15 * DAY_MS);
  const later = await stageOn(target);
  const shown = await eventually('the purge', async () => {
    const envelope = await later.employee.show(id);
    return envelope.status === 'purged' && envelope;
  });
  expect(shown).toMatchObject({ isArchived: true });
  expect(Buffer.from(await later.employee.download(id))).toEqual(Buffer.from(signed));
});
