import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { cast } from '../demo/cast.ts';
import { signCeremony } from '../demo/ceremony.ts';
import { draftEnvelope, sendEnvelope } from '../demo/drafting.ts';
import { eventually } from '../demo/eventually.ts';
import { completed } from '../demo/journey.ts';
import { paperFor } from '../demo/paper.ts';
import { type Stage, setStage, signerOf } from '../demo/stage.ts';

/** Envelopes in every state, created before tables are lost. */
export const SITUATIONS = [
  'purged',
  'draft',
  'waits for the director',
  'waits for the client',
  'completed',
  'voided',
] as const;

export type Situation = (typeof SITUATIONS)[number];

export interface Played {
  readonly stage: Stage;
  readonly id: string;
}

export type Scene = Readonly<Record<Situation, Played>>;

const FIFTEEN_DAYS = 15 * 86_400_000;

/** How far the target's clock is ahead of real time after `setScene`. */
export const CLOCK_LEAD_MS = FIFTEEN_DAYS;

/** The purged envelope comes first, because moving the clock for it would also end the others. */
export async function setScene(api: string): Promise<Scene> {
  const purged = await play(api, complete);
  await purged.stage.desk.advance(FIFTEEN_DAYS);
  const later = (act: (stage: Stage) => Promise<string>) => play(api, act);
  await reaches(await later(async () => purged.id), 'purged');
  return {
    purged,
    draft: await later(async (stage) => (await draftEnvelope(stage, paperFor(undefined, 2))).id),
    'waits for the director': await later(invite),
    'waits for the client': await later(signOnce),
    completed: await later(complete),
    voided: await later(voidAtOnce),
  };
}

async function play(api: string, act: (stage: Stage) => Promise<string>): Promise<Played> {
  const stage = await setStage(api, cast(2), (_, step) => step());
  return { stage, id: await act(stage) };
}

const send = (stage: Stage) => sendEnvelope(stage, paperFor(undefined, 2));

async function invite(stage: Stage): Promise<string> {
  const id = await send(stage);
  await invited(stage, id, 'director');
  return id;
}

async function signOnce(stage: Stage): Promise<string> {
  const id = await send(stage);
  await signCeremony(signerOf(stage, 'director'), stage.step);
  await invited(stage, id, 'client');
  return id;
}

/** Also waits for the ledger entry, which follows the mail: only parties with one are notified of the end. */
async function invited(stage: Stage, id: string, party: string): Promise<void> {
  await signerOf(stage, party).readLink();
  await eventually('the entry of the invitation', async () => {
    const entries = await ledgerOf(stage, id);
    return entries.some(({ type, data }) => type === 'invited' && data.party === party);
  });
}

async function complete(stage: Stage): Promise<string> {
  const id = await send(stage);
  for (const name of ['director', 'client']) await signCeremony(signerOf(stage, name), stage.step);
  await completed(stage, id);
  await told(stage, id, ['director', 'client', 'sender']);
  return id;
}

async function voidAtOnce(stage: Stage): Promise<string> {
  const id = await invite(stage);
  await stage.employee.stop(id, 'Contratto sbagliato');
  await told(stage, id, ['director', 'sender']);
  return id;
}

/** Waits until everyone was notified of the end, so that the ledger no longer changes. */
async function told(stage: Stage, id: string, whom: readonly string[]): Promise<void> {
  await eventually('the news of the end', async () => {
    const entries = await ledgerOf(stage, id);
    const heard = entries.flatMap(({ type, data }) => (type === 'delivered' ? data.to : []));
    return whom.every((one) => heard.includes(one));
  });
}

export const ledgerOf = async ({ employee }: Stage, id: string): Promise<Entry[]> =>
  JSON.parse(Buffer.from(await employee.ledger(id)).toString());

async function reaches({ stage, id }: Played, status: string): Promise<void> {
  await eventually(status, async () => (await stage.employee.show(id)).status === status);
}
