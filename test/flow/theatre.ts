import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { cast } from '../../scripts/demo/cast.ts';
import { sendEnvelope } from '../../scripts/demo/drafting.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { PrivateTarget } from '../../scripts/demo/private-target.ts';
import { type Stage, type Step, setStage } from '../../scripts/demo/stage.ts';

export const silent: Step = (_, act) => act();

export const DAY_MS = 24 * 3_600_000;

/** A local target for one test file: booted before its tests, removed after them. */
export function useTarget(): PrivateTarget {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-flow-'));
  const target = new PrivateTarget(stateDirectory);
  beforeAll(() => target.start());
  afterAll(async () => {
    await target.stop();
    rmSync(stateDirectory, { recursive: true, force: true });
  });
  return target;
}

/** New people on a running target. Sign-ins expire when the clock is moved. */
export const stageOn = (target: PrivateTarget, parties = cast(2), step = silent): Promise<Stage> =>
  setStage(target.api, parties, step);

export const sendContract = (stage: Stage): Promise<string> =>
  sendEnvelope(stage, paperFor(undefined, 2));
