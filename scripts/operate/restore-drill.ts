import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isListed } from '../../shared/contract/followers.ts';
import { localEnvironment } from '../authority/local-environment.ts';
import { signCeremony } from '../demo/ceremony.ts';
import { eventually } from '../demo/eventually.ts';
import { completed } from '../demo/journey.ts';
import { PrivateTarget } from '../demo/private-target.ts';
import { signerOf } from '../demo/stage.ts';
import type { Deployment } from './deployment.ts';
import {
  CLOCK_LEAD_MS,
  ledgerOf,
  type Played,
  type Scene,
  SITUATIONS,
  setScene,
} from './drill-scene.ts';

type Tell = (line: string) => void;

/**
 * Creates one envelope per state on a local target of its own, empties every table but the ledger, restores, and
 * returns the differences in list and records, links that cannot sign, and deleted data that came back.
 */
export async function restoreDrill(tell: Tell): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'sigillo-drill-'));
  const target = new PrivateTarget(directory);
  try {
    tell('Starting a local target …');
    await target.start();
    Object.assign(process.env, await localEnvironment(target.api));
    return await drill(target.api, tell);
  } finally {
    await target.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs on the target that the environment's variables name. */
export async function drill(api: string, tell: Tell): Promise<string[]> {
  const { deployment } = await import('./deployment.ts');
  const deployed = await deployment();
  tell('One envelope of each kind …');
  const scene = await setScene(api);
  const problems = await loseAndRestore(deployed, scene, tell);
  tell('Those who were invited again sign …');
  return [...problems, ...(await finish(scene))];
}

async function loseAndRestore(deployed: Deployment, scene: Scene, tell: Tell): Promise<string[]> {
  const { rowsOf, emptyTable } = await import('./tables.ts');
  const { restore } = await import('./restore.ts');
  const { ENVELOPES_TABLE, RECORDS_TABLE, ACCESS_TABLE } = deployed.tables;
  const shown = async () => ({
    list: await rowsOf(ENVELOPES_TABLE),
    record: await rowsOf(RECORDS_TABLE),
  });
  await eventually('list and records to be where the ledger is', async () =>
    stands(scene, await shown()),
  );
  const before = await shown();
  const sent = await messagesOf(scene);
  tell('List, records, links, sessions and codes are lost …');
  for (const table of [ENVELOPES_TABLE, RECORDS_TABLE, ACCESS_TABLE]) await emptyTable(table);
  const broken = await oldLinksWork(scene);
  const clock = { now: () => new Date(Date.now() + CLOCK_LEAD_MS) };
  const { seen, invited, left } = await restore(deployed, clock);
  tell(`${seen} rebuilt from their ledgers, ${invited} parties invited again`);
  const after = await shown();
  return [
    ...left,
    ...broken,
    ...expected('ledgers seen', seen, SITUATIONS.length),
    ...expected('parties invited again', invited, 2),
    ...differences('list', scene, before.list, after.list),
    ...differences('record', scene, before.record, after.record),
    ...(await whatCameBack(scene, sent)),
  ];
}

/**
 * Whether list and records are up to date with the ledger, which stream consumers do with a delay. Skips the
 * purged envelope, because asking for its ledger would create an export of it.
 */
async function stands(scene: Scene, shown: Readonly<Record<string, Rows>>): Promise<boolean> {
  const { purged: _, ...kept } = scene;
  for (const { stage, id } of Object.values(kept)) {
    const newest = (await ledgerOf(stage, id)).findLast(({ type }) => isListed(type))?.seq ?? 0;
    const rows = Object.values(shown).map((of) => of.get(id));
    if (rows.some((row) => row && Number(row.seq) < newest)) return false;
  }
  return true;
}

const expected = (what: string, is: unknown, wanted: unknown): string[] =>
  JSON.stringify(is) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`];

/** Attributes that a restore leaves unchanged even if it invites a party again. */
const LASTING = ['id', 'title', 'status', 'createdAt', 'deadline', 'company', 'expiresAt'];

/** Some entries do not update the row, but a rebuilt row includes them. */
const OF_THE_LAST_ENTRY = ['seq', 'updatedAt'];

const differences = (what: string, scene: Scene, before: Rows, after: Rows): string[] =>
  SITUATIONS.flatMap((situation) => {
    const [was, is] = [before, after].map((rows) => rows.get(scene[situation].id));
    const waits = situation.startsWith('waits');
    const comparable = (row: Row | undefined) =>
      row &&
      Object.entries(row)
        .filter(([name]) => (waits ? LASTING.includes(name) : !OF_THE_LAST_ENTRY.includes(name)))
        .sort();
    return expected(`${what} of what is ${situation}`, comparable(is), comparable(was));
  });

type Row = Readonly<Record<string, unknown>>;
type Rows = ReadonlyMap<string, Row>;

/** A link whose row was deleted must not work; otherwise the drill deleted nothing. */
async function oldLinksWork(scene: Scene): Promise<string[]> {
  const director = signerOf(scene['waits for the director'].stage, 'director');
  const works = await director.open().then(
    () => true,
    () => false,
  );
  return works ? ['a link still works whose row was deleted'] : [];
}

/** Number of messages to each party of the ended envelopes and the draft. */
async function messagesOf(scene: Scene) {
  async function count({ stage }: Played) {
    const of = stage.signers.map(async ({ party: { channel } }) =>
      channel.kind === 'sms'
        ? (await stage.desk.textsTo(channel.number)).length
        : (await stage.desk.mailsTo(channel.address)).length,
    );
    return Promise.all(of);
  }
  const over = [scene.purged, scene.voided, scene.completed, scene.draft];
  return Promise.all(over.map(count));
}

async function whatCameBack(scene: Scene, sent: unknown): Promise<string[]> {
  const { stage, id } = scene.purged;
  const { desk } = scene.draft.stage;
  const { status } = await scene.draft.stage.employee.show(id).catch(() => ({ status: 'hidden' }));
  return [
    ...expected('objects of what is purged', await desk.objectsOf(id), []),
    ...expected('executions of what is purged', (await stage.desk.execution(id))?.name, id),
    ...expected('status of what is purged, to a colleague', status, 'purged'),
    ...expected('messages about what is over', await messagesOf(scene), sent),
  ];
}

/** Everyone whose turn it is gets a new link and signs, until the documents are complete. */
async function finish(scene: Scene): Promise<string[]> {
  const left = {
    'waits for the director': ['director', 'client'],
    'waits for the client': ['client'],
  };
  const problems: string[] = [];
  for (const [situation, parties] of Object.entries(left)) {
    const { stage, id } = scene[situation as keyof typeof left];
    try {
      for (const party of parties) await signCeremony(signerOf(stage, party), stage.step);
      await completed(stage, id);
    } catch (error) {
      problems.push(
        `what ${situation} does not end: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return problems;
}
