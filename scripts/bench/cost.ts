import type { Party } from '../../shared/domain/envelope/party.ts';
import { cast } from '../demo/cast.ts';
import { signCeremony } from '../demo/ceremony.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { eventually } from '../demo/eventually.ts';
import { callJson } from '../demo/http.ts';
import { paperFor } from '../demo/paper.ts';
import { setStage, signerOf } from '../demo/stage.ts';
import { freshAssembly } from '../start/assembly.ts';
import { type Bill, billable, priced, total, type Usage } from './bill.ts';
import { defaultMonth } from './default-month.ts';
import prices from './prices.json' with { type: 'json' };
import { resourcesIn } from './template-facts.ts';

const MAX_PER_ENVELOPE = 0.0021;
const MAX_PER_MONTH = 8.1;
const FIFTEEN_DAYS = 15 * 86_400_000;

const usage = (api: string): Promise<Usage[]> => callJson('GET', `${api}/local/api/usage`);

const since = (before: readonly Usage[], after: readonly Usage[]): Usage[] =>
  after.map((now) => {
    const then = before.find(({ what, by }) => what === now.what && by === now.by);
    return { ...now, quantity: now.quantity - (then?.quantity ?? 0) };
  });

interface Execution {
  readonly status: string;
  readonly history: readonly { readonly type: string }[];
}

/** Starting an execution is billed as one more transition. */
const transitions = ({ history }: Execution): Usage => ({
  what: 'states.transition',
  by: 'Workflow',
  quantity: 1 + history.filter(({ type }) => type.endsWith('StateEntered')).length,
});

const advance = (api: string): Promise<unknown> =>
  callJson('POST', `${api}/local/api/clock`, { body: { advanceMs: FIFTEEN_DAYS } });

/** Longer than the batch window of the stream's consumers. */
const QUIET_MS = 5_000;

/** The usage after it has not changed for `QUIET_MS`, so that list and bus are up to date. */
async function settledUsage(api: string): Promise<Usage[]> {
  let [seen, quietFrom] = ['', 0];
  await eventually('what follows by itself', async () => {
    const now = JSON.stringify(await usage(api));
    if (now !== seen) [seen, quietFrom] = [now, performance.now()];
    return performance.now() - quietFrom > QUIET_MS;
  });
  return usage(api);
}

/** Idle usage by schedules in fifteen days: counted per month, not per envelope. */
async function idleDays(api: string): Promise<Usage[]> {
  const before = await settledUsage(api);
  await advance(api);
  return since(before, await settledUsage(api));
}

/** One envelope from upload to purge, in AWS's billed units; without any status polling. */
async function oneEnvelope(
  api: string,
  parties: readonly Party[],
  idle: readonly Usage[] = [],
): Promise<Usage[]> {
  const before = await settledUsage(api);
  const stage = await setStage(api, parties, (_, act) => act());
  const id = await sendEnvelope(stage, paperFor(undefined, 2));
  for (const party of parties) await signCeremony(signerOf(stage, party.id), stage.step);
  const executed = (what: string, isSo: (execution: Execution) => boolean) =>
    eventually(what, async () => {
      const execution = await callJson<Execution>('GET', `${api}/local/api/executions/${id}`);
      return isSo(execution) && execution;
    });
  await executed('the delivery', ({ history }) =>
    history.some(({ type }) => type === 'WaitStateEntered'),
  );
  await settledUsage(api);
  await advance(api);
  const execution = await executed('the purge', ({ status }) => status === 'SUCCEEDED');
  return [...since(idle, since(before, await settledUsage(api))), transitions(execution)];
}

/** Everyone by e-mail, or the client by text message. */
function partiesBy(channel: 'email' | 'sms'): Party[] {
  const [director, client] = cast(2) as [Party, Party];
  const address = director.channel.kind === 'email' ? `c${director.channel.address}` : '';
  return channel === 'sms'
    ? [director, client]
    : [director, { ...client, channel: { kind: 'email', address } }];
}

async function makeContacts(api: string, parties: readonly Party[]): Promise<void> {
  const { employee } = await setStage(api, [], (_, act) => act());
  for (const { name, channel, language } of parties)
    await employee.addContact({ name, channel, language });
}

/** The functions or tables that use most of a unit, if there are several. */
function largest(used: readonly Usage[], what: string): string {
  const users = used
    .filter((it) => it.what === what && it.quantity > 0)
    .sort((a, b) => b.quantity - a.quantity);
  const sum = users.reduce((so, { quantity }) => so + quantity, 0);
  const named = users.slice(0, 3).map(({ by, quantity }) => `${by} ${+quantity.toFixed(2)}`);
  return sum > 0 ? `  × ${+sum.toFixed(2)} (${named.join(', ')})` : '';
}

function print(heading: string, bill: Bill, used: readonly Usage[] = []): void {
  console.log(`\n${heading}: ${total(bill).toFixed(5)} USD`);
  for (const [what, dollars] of [...bill].sort(([, a], [, b]) => b - a))
    console.log(`  ${dollars.toFixed(6).padStart(10)}  ${what}${largest(used, what)}`);
}

/**
 * Prices one envelope, to people who are contacts already, and one idle month; false if either exceeds its limit.
 * The first envelope is not counted, because it creates the deployment's certificate authority.
 */
export async function benchCost(api: string): Promise<boolean> {
  const resources = resourcesIn(await freshAssembly());
  console.log(`Prices of ${prices.date}, ${prices.region}: ${prices.source}.`);
  const [mails, texts] = [partiesBy('email'), partiesBy('sms')];
  await oneEnvelope(api, partiesBy('email'));
  await makeContacts(api, [...mails, ...texts]);
  const schedules = await idleDays(api);
  const byMail = billable(await oneEnvelope(api, mails, schedules), resources);
  print('An envelope, two parties by e-mail', priced(byMail), byMail);
  const toNew = billable(await oneEnvelope(api, partiesBy('email'), schedules), resources);
  print('The same, to two people whom nobody wrote to before', priced(toNew), toNew);
  const byText = billable(await oneEnvelope(api, texts, schedules), resources);
  print('An envelope, one of two parties by text message', priced(byText), byText);
  const month = defaultMonth();
  print('A month in which nobody sends anything, by the default settings', month);
  const [envelope, idle] = [total(priced(byMail)), total(month)];
  console.log(`\nAt most ${MAX_PER_ENVELOPE} an envelope by e-mail, and ${MAX_PER_MONTH} a month.`);
  return envelope <= MAX_PER_ENVELOPE && idle <= MAX_PER_MONTH;
}
