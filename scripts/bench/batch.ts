import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cast } from '../demo/cast.ts';
import { eventually } from '../demo/eventually.ts';
import { clientsFile, codesOf, mailingOf, templateForMany } from '../demo/many.ts';
import { paperFor } from '../demo/paper.ts';
import { PrivateTarget } from '../demo/private-target.ts';
import { type Stage, setStage } from '../demo/stage.ts';

const HOURS = 3_600;

/** Sends a file of so many rows on a local target that is killed twice meanwhile; fails if one is lost or doubled. */
export async function benchBatch(rows: number): Promise<boolean> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-batch-'));
  const target = new PrivateTarget(stateDirectory);
  try {
    await target.start();
    return await sentOnce(target, rows);
  } finally {
    await target.stop();
    rmSync(stateDirectory, { recursive: true, force: true });
  }
}

const stageOn = ({ api }: PrivateTarget): Promise<Stage> =>
  setStage(api, cast(2), (_, act) => act());

async function sentOnce(target: PrivateTarget, rows: number): Promise<boolean> {
  const stage = await stageOn(target);
  const template = await templateForMany(stage, paperFor(undefined, 2));
  const mailing = mailingOf(stage);
  const { batch } = await mailing.check(template, clientsFile(rows));
  const { id } = batch!;
  const begun = performance.now();
  await mailing.steer(id, 'start');
  for (const part of [0.3, 0.6]) {
    await progress(stage, id, rows * part);
    await target.kill();
    await target.start();
    console.log(`killed after ${Math.floor(rows * part)} rows`);
  }
  await progress(stage, id, rows);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const codes = new Set(await codesOf(mailing, id));
  const made = await envelopesIn(target);
  console.log(`${rows} rows, ${codes.size} sent, ${made} envelopes, in ${seconds} s`);
  return codes.size === rows && made === rows;
}

const progress = (stage: Stage, id: string, sent: number) =>
  eventually(`${sent} rows`, async () => (await mailingOf(stage).show(id)).sent >= sent, HOURS);

/** Every envelope of the list, page by page: a row that was doubled would be one too many. */
async function envelopesIn(target: PrivateTarget): Promise<number> {
  const { employee } = await stageOn(target);
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await employee.list(undefined, cursor);
    count += page.items.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return count;
}
