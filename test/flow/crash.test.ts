import { expect, it } from 'vitest';
import { cast } from '../../scripts/demo/cast.ts';
import { journey } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import type { Step } from '../../scripts/demo/stage.ts';
import { stageOn, useTarget } from './theatre.ts';

const target = useTarget();

/** Steps before which the target is killed, interrupting whatever an earlier step started. */
const CUTS =
  /places|sends|not complete|finds|opens|accepts|asks|reads the code|enters|signs$|seal closes|gets|downloads|knows the code/;

it('a document reaches its end though the target is killed between the steps', async () => {
  const cuts: string[] = [];
  const killing: Step = async (name, act) => {
    if (CUTS.test(name)) {
      cuts.push(name);
      await target.kill();
      await target.start();
    }
    return act();
  };
  const stage = await stageOn(target, cast(2), killing);
  const { signed } = await journey(stage, paperFor(undefined, 2));
  expect(Buffer.from(signed.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(cuts.length).toBeGreaterThan(20);
}, 300_000);
