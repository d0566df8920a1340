import { expect, it } from 'vitest';
import { eventually } from '../../scripts/demo/eventually.ts';
import { clientsFile, codesOf, mailingOf, templateForMany } from '../../scripts/demo/many.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { stageOn, useTarget } from './theatre.ts';

const ROWS = 20;

const target = useTarget();

it('a file is sent to all of its rows, once to each, though the target is killed twice on the way', async () => {
  const stage = await stageOn(target);
  const template = await templateForMany(stage, paperFor(undefined, 2));
  const { batch } = await mailingOf(stage).check(template, clientsFile(ROWS));
  const { id } = batch!;
  await mailingOf(stage).steer(id, 'start');
  for (const sent of [1, ROWS / 2]) {
    await eventually('rows sent', async () => (await mailingOf(stage).show(id)).sent >= sent);
    await target.kill();
    await target.start();
  }
  const mailing = mailingOf({ ...stage, api: target.api });
  await eventually('the end of the batch', async () => (await mailing.show(id)).state === 'done');
  expect(await mailing.show(id)).toMatchObject({ sent: ROWS, failed: 0, failures: [] });
  const codes = await codesOf(mailing, id);
  expect(new Set(codes).size).toBe(ROWS);
  const { employee } = await stageOn(target);
  const { items, cursor } = await employee.list();
  expect([items.length, cursor]).toEqual([ROWS, undefined]);
  const shown = await Promise.all(codes.map((code) => employee.show(code)));
  expect(shown.map(({ template: used }) => used?.batch)).toEqual(
    codes.map((_, at) => ({ id, row: at + 2 })),
  );
}, 120_000);
