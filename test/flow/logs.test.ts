import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journey } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { PrivateTarget } from '../../scripts/demo/private-target.ts';
import { DAY_MS, stageOn } from './theatre.ts';

const state = mkdtempSync(join(tmpdir(), 'sigillo-logs-'));
const target = new PrivateTarget(state);
beforeAll(() => target.start());
afterAll(async () => {
  await target.stop();
  rmSync(state, { recursive: true, force: true });
});

interface Line {
  readonly event: string;
  readonly level: string;
  readonly route?: string;
  readonly operation?: string;
  readonly status?: number;
  readonly envelopeId?: string;
  readonly envelopes?: string;
}

/** All JSON log lines of the functions, each with its function's name. */
function lines(): [string, Line][] {
  const folder = join(state, 'logs');
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line): [string, Line][] => {
        const json = /\{"level".*\}/.exec(line);
        return json ? [[file, JSON.parse(json[0])]] : [];
      }),
  );
}

/** Log lines that concern no single envelope. */
const OF_NONE = ['GET /api/settings', 'GET /api/sign-in', 'GET /api/envelopes'];
const OF_ALL = /Sweep|Forget|Batches/;

const isAboutOne = ([file, { route, operation, event }]: [string, Line]): boolean =>
  !OF_NONE.includes(route ?? '') &&
  !OF_ALL.test(file) &&
  operation !== 'renew-revocation-list' &&
  !(event === 'request' && /Verifier/.test(file));

test('every line of every function on a document’s way names its envelope', async () => {
  const stage = await stageOn(target);
  const { envelopeId } = await journey(stage, paperFor(undefined, 2));
  await stage.desk.advance(14 * DAY_MS);
  const { employee } = await stageOn(target);
  await expect.poll(async () => (await employee.show(envelopeId)).status).toBe('purged');
  const about = lines().filter(isAboutOne);
  for (const [file, line] of about) expect([file, line]).toEqual([file, naming(envelopeId)]);
  const functions = new Set(
    about.map(([file]) => /(?:Doors|Tasks|Relay)([A-Z][a-z]+)/.exec(file)?.[1]),
  );
  const onTheWay = ['Sender', 'Signer', 'Intake', 'Invite', 'Seal', 'Deliver', 'Purge', 'Publish'];
  expect([...functions]).toEqual(expect.arrayContaining(onTheWay));
});

const naming = (envelopeId: string) => expect.objectContaining({ envelopeId });
