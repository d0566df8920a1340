import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layOutRelease } from '../../scripts/released/kept-release.ts';
import { finish, play } from '../../scripts/released/player.ts';
import type { Ended, Playground, Waiting } from '../../scripts/released/playground.ts';
import { freshAssembly } from '../../scripts/start/assembly.ts';
import { chainFault, type Entry } from '../../shared/domain/ledger/ledger.ts';
import { bootOn, statesToWaitIn } from './ground.ts';
import { recordings } from './recording.ts';

interface Release {
  readonly cdkOut: string;
  readonly player: {
    play(ground: Playground): Promise<Record<string, Waiting>>;
    finish(ground: Playground, waiting: Record<string, Waiting>): Promise<Record<string, Ended>>;
  };
}

let folder: string;
let state: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigillo-roll-'));
  state = join(folder, 'state');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keptIn = (version: string) => join(import.meta.dirname, version, 'release.json.br');

async function kept(version: string): Promise<Release> {
  const cdkOut = join(folder, version);
  const player = layOutRelease(keptIn(version), cdkOut);
  return { cdkOut, player: await import(/* @vite-ignore */ pathToFileURL(player).href) };
}

/** One release runs until an execution waits in each of its states, then the other continues to the end. */
async function roll(from: Release, to: Release) {
  const before = await bootOn(state, from.cdkOut);
  const waiting = await from.player.play(before).finally(before.close);
  const states = statesToWaitIn(state).sort();
  const stood = Object.values(waiting).flatMap(({ id }) => before.standsIn(id));
  const after = await bootOn(state, to.cdkOut);
  const ended = await to.player.finish(after, waiting).finally(after.close);
  return { states, stood: stood.sort(), waiting, ended };
}

const entriesOf = ({ ledger }: Ended): Entry[] => JSON.parse(ledger);

function expectEnds({ states, stood, ended }: Awaited<ReturnType<typeof roll>>) {
  expect(stood).toEqual(states);
  expect(Object.keys(ended).sort()).toEqual(states);
  for (const [from, end] of Object.entries(ended)) {
    const entries = entriesOf(end);
    const types = entries.map(({ type }) => type);
    const count = (type: string) => types.filter((it) => it === type).length;
    const isExpired = from === 'Expire';
    expect([from, end.execution, types.at(-1)]).toEqual([from, 'SUCCEEDED', 'purged']);
    expect([from, chainFault(entries)]).toEqual([from, undefined]);
    expect([from, count('signed'), count('completed'), count('expired')]).toEqual(
      isExpired ? [from, 0, 0, 1] : [from, 2, 1, 0],
    );
    expect([from, count('stalled')]).toEqual([from, 0]);
    const isSeen = !isExpired && from !== 'Purge';
    expect([from, end.verdict]).toEqual([from, isSeen ? 'authentic' : undefined]);
  }
}

/** Oldest first. */
const releases = recordings()
  .filter(({ version }) => existsSync(keptIn(version)))
  .sort((one, other) => one.at.running.localeCompare(other.at.running))
  .map(({ version }) => version);

const MAX_MS = 600_000;

describe('an execution that waits in any state goes on to its end', () => {
  const now = async (): Promise<Release> => ({
    cdkOut: await freshAssembly(),
    player: { play, finish },
  });

  it.each(releases)(
    'when %s is updated to today’s',
    async (version) => expectEnds(await roll(await kept(version), await now())),
    MAX_MS,
  );

  it.each(releases.slice(-1))(
    'when today’s is taken back to %s',
    async (version) => expectEnds(await roll(await now(), await kept(version))),
    MAX_MS,
  );
});
