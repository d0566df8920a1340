import type { Party } from '../../shared/domain/envelope/party.ts';
import { cast } from '../demo/cast.ts';
import { signCeremony } from '../demo/ceremony.ts';
import { draftEnvelope } from '../demo/drafting.ts';
import type { EnvelopeFacts } from '../demo/employee.ts';
import { eventually } from '../demo/eventually.ts';
import { HttpProblem } from '../demo/http.ts';
import { LocalDesk } from '../demo/local-desk.ts';
import { Signer } from '../demo/signer.ts';
import { type Stage, setStage, signerOf } from '../demo/stage.ts';
import { Verifier } from '../demo/verifier.ts';
import { PAPER } from './paper.ts';
import type { Ended, Playground, Waiting } from './playground.ts';

/**
 * Plays all parties on a release. Stored with the release's templates and functions, because it uses that
 * release's API.
 */
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Retries happen within an hour, in which nothing else is due. */
const PAUSE_MS = 10 * MINUTE_MS;

const stageOf = (api: string, parties: readonly Party[]): Promise<Stage> =>
  setStage(api, parties, (_, act) => act());

/** Polls until the condition holds, moving the clock forward, because retries wait for it. */
const inTime = (
  { desk }: Pick<Stage, 'desk'>,
  what: string,
  holds: () => Promise<boolean> | boolean,
) =>
  eventually(what, async () => {
    if (await holds()) return true;
    await desk.advance(PAUSE_MS);
    return holds();
  });

interface Sent extends Waiting {
  readonly stage: Stage;
}

async function sent(
  { api, hold }: Playground,
  held: readonly string[] = [],
  facts: Partial<EnvelopeFacts> = {},
): Promise<Sent> {
  const stage = await stageOf(api, cast(2));
  const { employee } = stage;
  const { id, document, parties } = await draftEnvelope(stage, PAPER, facts);
  await employee.place(id, PAPER.fields(document.pages, parties));
  await employee.fill(id, PAPER.ownValues);
  hold(id, ...held);
  await employee.send(id);
  return { id, parties, stage };
}

const sign = ({ stage }: Sent, party: string) =>
  signCeremony(signerOf(stage, party), (_, act) => act());

async function signedByAll(ground: Playground, ...held: readonly string[]): Promise<Sent> {
  const envelope = await sent(ground, held);
  await sign(envelope, 'director');
  await sign(envelope, 'client');
  return envelope;
}

async function stands(ground: Playground, { stage, id, parties }: Sent, state: string) {
  await inTime(stage, `an execution in ${state}`, () => ground.standsIn(id).includes(state));
  return { id, parties };
}

/** Does not move the clock, for what must already be there. */
async function standsAtOnce({ standsIn }: Playground, { id, parties }: Sent, state: string) {
  await eventually(`an execution in ${state}`, async () => standsIn(id).includes(state));
  return { id, parties };
}

/** Those that need days to pass come first. */
const STATES: Readonly<Record<string, (ground: Playground) => Promise<Waiting>>> = {
  Purge: async (ground) => {
    const envelope = await signedByAll(ground, 'purge');
    await standsAtOnce(ground, envelope, 'Keep');
    await envelope.stage.desk.advance(14 * DAY_MS);
    return standsAtOnce(ground, envelope, 'Purge');
  },
  Expire: async (ground) => {
    const envelope = await sent(ground, ['expire'], { deadlineDays: 1, reminderDays: [] });
    await standsAtOnce(ground, envelope, 'Invite');
    await envelope.stage.desk.advance(DAY_MS);
    const { id } = await stands(ground, envelope, 'Expire');
    return { id, parties: [] };
  },
  'Send later': async (ground) => {
    const envelope = await sent(ground, ['invite']);
    await stands(ground, envelope, 'Wait unsent');
    ground.hold(envelope.id);
    return stands(ground, envelope, 'Send later');
  },
  'Wait unsent': async (ground) => stands(ground, await sent(ground, ['invite']), 'Wait unsent'),
  Pause: async (ground) => stands(ground, await sent(ground, ['invite', 'await']), 'Pause'),
  Prepare: async (ground) => standsAtOnce(ground, await sent(ground, ['prepare']), 'Prepare'),
  Append: async (ground) => {
    const envelope = await sent(ground, ['append']);
    await sign(envelope, 'director');
    return standsAtOnce(ground, envelope, 'Append');
  },
  Close: async (ground) => standsAtOnce(ground, await signedByAll(ground, 'close'), 'Close'),
  Deliver: async (ground) => standsAtOnce(ground, await signedByAll(ground, 'deliver'), 'Deliver'),
  Keep: async (ground) => standsAtOnce(ground, await signedByAll(ground), 'Keep'),
  Invite: async (ground) => standsAtOnce(ground, await sent(ground), 'Invite'),
};

/** Brings an envelope into each state in which this release's executions can wait; by state. */
export async function play(ground: Playground): Promise<Record<string, Waiting>> {
  const waiting: Record<string, Waiting> = {};
  for (const [state, bring] of Object.entries(STATES)) waiting[state] = await bring(ground);
  return waiting;
}

/** Continues all waiting executions until their envelopes are purged; by the state in which each waited. */
export async function finish(
  { api }: Playground,
  waiting: Readonly<Record<string, Waiting>>,
): Promise<Record<string, Ended>> {
  const verdicts: Record<string, string | undefined> = {};
  for (const [state, envelope] of Object.entries(waiting))
    verdicts[state] = await goneOn(api, envelope);
  await new LocalDesk(api).advance(14 * DAY_MS);
  const ended: Record<string, Ended> = {};
  for (const [state, { id }] of Object.entries(waiting))
    ended[state] = await purged(api, id, verdicts[state]);
  return ended;
}

/** Signs in again each time, because hours pass. */
const shown = async (api: string, id: string) => (await stageOf(api, [])).employee.show(id);

const isOver = ({ status }: { status: string }) =>
  ['completed', 'expired', 'purged'].includes(status);

/** Waits for the envelope's end; returns the verifier's verdict on a sealed file. */
async function goneOn(api: string, { id, parties }: Waiting): Promise<string | undefined> {
  for (const party of parties) await signedOrOver(api, id, party);
  const desk = new LocalDesk(api);
  await inTime({ desk }, 'the end', async () => isOver(await shown(api, id)));
  const { verifyUrl } = await shown(api, id);
  const file = await sealedFile(api, id);
  return file && (await new Verifier(verifyUrl).judge(file, id)).verdict;
}

/** The sealed file; undefined if it does not exist or is no longer available. */
async function sealedFile(api: string, id: string): Promise<Uint8Array | undefined> {
  const { employee } = await stageOf(api, []);
  return employee.download(id).catch((error: unknown) => {
    if (error instanceof HttpProblem && [409, 410].includes(error.status)) return undefined;
    throw error;
  });
}

/** Lets a party sign if it has been invited and has not signed. */
async function signedOrOver(api: string, id: string, party: Party): Promise<void> {
  const desk = new LocalDesk(api);
  async function standing() {
    const envelope = await shown(api, id);
    const { invitedAt, signedAt } = envelope.parties.find((it) => it.id === party.id)!;
    return { isAsked: invitedAt !== undefined, isDone: signedAt !== undefined || isOver(envelope) };
  }
  await inTime({ desk }, `${party.id} asked`, async () => {
    const { isAsked, isDone } = await standing();
    return isAsked || isDone;
  });
  if ((await standing()).isDone) return;
  await signCeremony(new Signer(api, desk, party), (_, act) => act());
}

async function purged(api: string, id: string, verdict: string | undefined): Promise<Ended> {
  const desk = new LocalDesk(api);
  await inTime({ desk }, 'the purge', async () => (await shown(api, id)).status === 'purged');
  const execution = async () => (await desk.execution(id))!.status;
  await eventually('the end of the execution', async () => (await execution()) !== 'RUNNING');
  const { employee } = await stageOf(api, []);
  return {
    ledger: Buffer.from(await employee.ledger(id)).toString(),
    execution: await execution(),
    ...(verdict !== undefined && { verdict }),
  };
}
