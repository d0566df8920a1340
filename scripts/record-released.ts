import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemblyShapes } from '../infra/deployable/assembly-shapes.ts';
import { SAMPLE } from '../infra/settings/company-settings.ts';
import { cast } from './demo/cast.ts';
import { eventually } from './demo/eventually.ts';
import { setStage } from './demo/stage.ts';
import { JOURNEYS, type Played } from './released/journeys.ts';
import { keepRelease } from './released/kept-release.ts';
import { recordFunctions } from './released/recorded-functions.ts';
import { readState, takeSnapshot } from './released/stored-state.ts';
import { writeRecording } from './released/write-recording.ts';
import { freshAssembly } from './start/assembly.ts';
import { bootSigillo } from './start/boot-sigillo.ts';

/**
 * Plays every journey on a local target and stores the resulting data of this version in `test/released/`, where
 * the tests of later versions read it: docs/released.md.
 */
const DAY_MS = 86_400_000;
const root = join(import.meta.dirname, '..');

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const commit = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: root });
const name = process.argv[2] ?? `${version}-${commit.toString().trim()}`;

const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-released-'));
process.env.SIGILLO_COMPANY = SAMPLE;
const functions = recordFunctions();
const cdkOut = await freshAssembly();
const local = await bootSigillo({ port: 0, stateDirectory, cdkOut });
const { api, aws } = local.urls;

/** As an administrator, who sees everyone's envelopes. */
const stage = () => setStage(api, cast(2), (_, act) => act(), 'admin');

async function advanceTo(day: number, statuses: Readonly<Record<string, string>>): Promise<void> {
  const { desk } = await stage();
  await desk.advance(day * DAY_MS);
  const { employee } = await stage();
  for (const [id, wanted] of Object.entries(statuses))
    await eventually(`${id} ${wanted}`, async () => (await employee.show(id)).status === wanted);
}

try {
  const played = {} as Record<keyof typeof JOURNEYS, Played>;
  for (const journey of Object.keys(JOURNEYS) as (keyof typeof JOURNEYS)[]) {
    console.log(journey);
    played[journey] = await JOURNEYS[journey](api);
  }
  const { desk } = await stage();
  await desk.advance(1000);
  const running = await takeSnapshot(api, aws);

  const idsOf = (...names: readonly (keyof typeof JOURNEYS)[]) => names.map((it) => played[it].id);
  const waiting = idsOf('unopened', 'halfSigned', 'lastSignature');
  const ended = idsOf('completed', 'eventful', 'mended', 'declined', 'voided', 'failed');
  const all = (ids: readonly string[], status: string) =>
    Object.fromEntries(ids.map((id) => [id, status]));
  await advanceTo(3, all(waiting, 'signing'));
  await advanceTo(4, all(waiting, 'signing'));
  await advanceTo(7, { ...all(waiting, 'expired'), ...all(ended, 'purged') });
  await advanceTo(14, all(waiting, 'purged'));
  await desk.advance(1000);
  const over = await takeSnapshot(api, aws);
  await local.close();
  const state = readState(stateDirectory);
  const directory = join(root, 'test', 'released', name);
  const stacks = assemblyShapes(cdkOut);
  writeRecording(directory, { played, running, over, state, functions, stacks });
  await keepRelease(join(directory, 'release.json.br'), cdkOut);
  console.log(`Written to ${directory}`);
} finally {
  await local.close().catch(() => {});
  rmSync(stateDirectory, { recursive: true, force: true });
}
