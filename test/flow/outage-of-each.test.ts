import { describe, expect, it } from 'vitest';
import { openAndConfirm, signCeremony } from '../../scripts/demo/ceremony.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { DAY_MS, sendContract, silent, stageOn, useTarget } from './theatre.ts';

const target = useTarget();
const HOUR_MS = 3_600_000;

/** Moves the clock in steps, so that retries become due. */
async function pass({ desk }: Stage, ms: number): Promise<void> {
  const step = ms / 8;
  for (let gone = 0; gone < ms; gone += step) await desk.advance(step);
}

const typesOf = async (id: string): Promise<string[]> =>
  (await (await stageOn(target)).employee.show(id)).timeline.map(({ type }) => type);

const countOf = (types: readonly string[], wanted: string): number =>
  types.filter((type) => type === wanted).length;

const SIGNATURE = { method: 'typed', text: 'Laura', hand: 'caveat' } as const;

/**
 * No signature is accepted without these services, so their outage begins right after it, that of the others
 * before.
 */
const NEEDED_TO_SIGN = ['dynamodb', 's3'];

describe.each(['dynamodb', 'kms', 's3', 'states', 'ses', 'sns', 'events'])(
  'without %s',
  (service) => {
    it.each([
      ['an hour', HOUR_MS],
      ['a day', DAY_MS],
    ])(
      'for %s from a signature on, it is sealed and the document reaches each once',
      async (_, ms) => {
        const stage = await stageOn(target);
        const { desk, signers, employee } = stage;
        const id = await sendContract(stage);
        const director = signerOf(stage, 'director');
        await openAndConfirm(director, silent);
        const { sha256: documentSha256 } = await director.read();
        const early = !NEEDED_TO_SIGN.includes(service);
        if (early) await desk.switchOff(service);
        await director.sign({ documentSha256, values: {}, signature: SIGNATURE });
        await desk.switchOff(service);
        if (early)
          expect((await employee.show(id)).timeline.map(({ type }) => type)).toContain('signed');
        await pass(stage, ms);
        if (['kms', 'states'].includes(service))
          expect(await typesOf(id)).not.toContain('appended');
        await desk.switchOff();
        await pass(stage, 3 * HOUR_MS);
        await signCeremony(signerOf(stage, 'client'), silent);
        await eventually(
          'the delivery to all',
          async () => countOf(await typesOf(id), 'delivered') === 3,
        );
        const types = await typesOf(id);
        for (const type of ['signed', 'appended'])
          expect(countOf(types, type)).toBe(signers.length);
        expect(countOf(types, 'completed')).toBe(1);
      },
      240_000,
    );
  },
);
