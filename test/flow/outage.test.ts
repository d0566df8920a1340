import { describe, expect, it } from 'vitest';
import { openAndConfirm, signCeremony } from '../../scripts/demo/ceremony.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { stopExecution } from '../fixtures/stop-execution.ts';
import { DAY_MS, sendContract, silent, stageOn, useTarget } from './theatre.ts';

const target = useTarget();
const HOUR_MS = 3_600_000;

/** Moves the clock in steps, so that retries become due. */
async function pass({ desk }: Stage, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += HOUR_MS / 4) await desk.advance(HOUR_MS / 4);
}

const shown = async (id: string) => (await stageOn(target)).employee.show(id);
const types = async (id: string) => (await shown(id)).timeline.map(({ type }) => type);
const has = (id: string, type: string, times = 1) =>
  eventually(`${times} ${type}`, async () => {
    const found = (await types(id)).filter((it) => it === type);
    return found.length >= times;
  });

async function textsTo({ desk, signers }: Stage) {
  const { channel } = signers.find(({ party }) => party.id === 'client')!.party;
  return channel.kind === 'sms' ? desk.textsTo(channel.number) : desk.mailsTo(channel.address);
}

describe.each([
  ['an hour', HOUR_MS],
  ['a day', DAY_MS],
])('%s without SES, SNS and EventBridge', (_, outage) => {
  it('holds nobody up for longer, sends nothing twice, and loses no event', async () => {
    const stage = await stageOn(target);
    const { desk } = stage;
    const id = await sendContract(stage);
    const director = signerOf(stage, 'director');
    await openAndConfirm(director, silent);
    await desk.switchOff('ses', 'sns', 'events');
    const { sha256 } = await director.read();
    const signature = { method: 'typed', text: 'Laura', hand: 'caveat' } as const;
    await director.sign({ documentSha256: sha256, values: {}, signature });
    await has(id, 'appended');
    const later = await stageOn(target);
    const sentMeanwhile = await sendContract(later);
    await has(sentMeanwhile, 'prepared');
    await pass(stage, outage);
    await has(id, 'delivery.failed');
    await has(sentMeanwhile, 'delivery.failed');
    expect((await desk.execution(id))?.status).toBe('RUNNING');
    await desk.switchOff();
    await pass(stage, 3 * HOUR_MS);
    await has(id, 'invited', 2);
    await has(sentMeanwhile, 'invited');
    expect(await textsTo(stage)).toHaveLength(1);
    await signCeremony(signerOf(stage, 'client'), silent);
    await has(id, 'delivered', 3);
    expect((await shown(id)).status).toBe('completed');
    await desk.published(id, 'envelope.completed');
    expect((await types(id)).filter((type) => type === 'delivery.failed')).toHaveLength(1);
  });
});

describe('an execution that somebody stopped', () => {
  it('is followed when its sender reminds, by one that writes once and seals', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    const director = signerOf(stage, 'director');
    await director.readLink();
    await stopExecution(stage, id);
    await stage.employee.remind(id, 'director');
    await signCeremony(director, silent);
    expect((await shown(id)).standsStillSince).toBeUndefined();
    await signCeremony(signerOf(stage, 'client'), silent);
    await has(id, 'delivered', 3);
    expect((await types(id)).filter((type) => type === 'invited')).toHaveLength(3);
    expect((await stage.desk.execution(id))?.name).toBe(`${id}-2`);
  });

  it('is followed when its sender voids: the document goes at its hour', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    await signerOf(stage, 'director').readLink();
    await stopExecution(stage, id);
    await stage.employee.stop(id, 'Ripensamento');
    await has(id, 'delivered', 2);
    await stage.desk.advance(14 * DAY_MS);
    await eventually('the purge', async () => (await shown(id)).status === 'purged');
    expect(await stage.desk.objectsOf(id)).toEqual([]);
  });
});
