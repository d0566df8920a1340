import { parseArgs } from 'node:util';
import { normalizeEnvelopeId } from '../shared/domain/envelope/envelope-id.ts';
import { failureText } from './authority/failure-text.ts';
import { localEnvironment } from './authority/local-environment.ts';
import { orUsage } from './authority/or-usage.ts';

const USAGE = `Usage: npm run operate -- show ID
       npm run operate -- sweep
       npm run operate -- redrive [--since INSTANT]
       npm run operate -- replay [QUEUE]
       npm run operate -- person CONTACT
       npm run operate -- erase ID
       npm run operate -- restore
       npm run operate -- restore-drill
       … [--at URL]

Sees and mends a deployment, with the environment's AWS credentials and region. docs/runbook.md says when.

  show ID        how an envelope stands: ledger, parties, workflow, public record; no names or contacts
  sweep          looks now, not at the next hour, at all that is due, and mends it
  redrive        has executions that ended too early go on from where they stopped; --since: only those
                 that ended after that instant (ISO 8601); 14 days, as far as AWS can, if absent
  replay QUEUE   invokes a function again with each of its dead letters: intake, seal, feedback, forget,
                 relay, publish, sweep, canary; without QUEUE says how many letters each has
  person CONTACT which envelopes name that e-mail address or telephone number, and whether each may be
                 erased; for who asks what is kept of them, or for its erasure
  erase ID       erases a draft, or an envelope that has ended without any signature; of others says why not
  restore        after tables were lost: list and public records anew from the ledger alone, and a new
                 link to everyone whose turn it is
  restore-drill  does that on a local target of its own, whose tables it empties, and fails if anything
                 is not as before
  --at URL       a local target that runs (npm start)

Exit code 0: done; 1: something is left, or failed.`;

async function main(): Promise<void> {
  const { positionals, values } = orUsage(USAGE, () =>
    parseArgs({
      allowPositionals: true,
      options: { at: { type: 'string' }, since: { type: 'string' } },
    }),
  );
  const [command = '', argument, ...more] = positionals;
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!run || more.length > 0) throw new Error(USAGE);
  if (values.at !== undefined) Object.assign(process.env, await localEnvironment(values.at));
  if (!(await run(argument, values.since))) process.exitCode = 1;
}

/** Loaded once the environment says where, for clients are made as modules are. False if something is left. */
const COMMANDS: Readonly<
  Record<string, (argument: string | undefined, since: string | undefined) => Promise<boolean>>
> = {
  show: async (id) => {
    if (id === undefined) throw new Error(USAGE);
    const { show } = await import('./operate/show.ts');
    console.log(await show(await deployed(), normalizeEnvelopeId(id)));
    return true;
  },
  sweep: async () => {
    const { invoke } = await import('./operate/invoke.ts');
    console.log(await invoke((await deployed()).functionName('sweep'), {}));
    return true;
  },
  redrive: async (_, since) => {
    const { redrive, REDRIVABLE_MS } = await import('./operate/redrive.ts');
    const from = since === undefined ? new Date(Date.now() - REDRIVABLE_MS) : new Date(since);
    if (Number.isNaN(from.getTime())) throw new Error(`${since} is not an instant\n\n${USAGE}`);
    const { redriven, left } = await redrive(await deployed(), from);
    console.log(told(`${redriven.length} redriven`, [...redriven, ...left]));
    return true;
  },
  replay: async (queue) => {
    const { replay, countLetters } = await import('./operate/replay.ts');
    const counts = await countLetters(await deployed());
    const named = counts.find(([name]) => name === queue);
    if (queue !== undefined && !named) throw new Error(`no queue ${queue}\n\n${USAGE}`);
    if (!named) console.log(counts.map(([name, count]) => `${name}  ${count}`).join('\n'));
    if (!named) return true;
    const { done, left } = await replay(await deployed(), named[0]);
    console.log(told(`${done} replayed, ${left.length} left`, left));
    return left.length === 0;
  },
  person: async (contact) => {
    if (contact === undefined) throw new Error(USAGE);
    const { envelopesNaming } = await import('./operate/erasure.ts');
    const lines = await envelopesNaming(await deployed(), contact);
    console.log(told(`${lines.length} name that contact`, lines));
    return true;
  },
  erase: async (id) => {
    if (id === undefined) throw new Error(USAGE);
    const { eraseEnvelope } = await import('./operate/erasure.ts');
    const { done, told: line } = await eraseEnvelope(await deployed(), normalizeEnvelopeId(id));
    console.log(line);
    return done;
  },
  restore: async () => {
    const { restore } = await import('./operate/restore.ts');
    const { seen, invited, left } = await restore(await deployed());
    console.log(told(`${seen} rebuilt, ${invited} invited again, ${left.length} left`, left));
    return left.length === 0;
  },
  'restore-drill': async () => {
    const { restoreDrill } = await import('./operate/restore-drill.ts');
    const problems = await restoreDrill(console.log);
    console.log(told(problems.length === 0 ? 'All is as it was.' : 'NOT as it was:', problems));
    return problems.length === 0;
  },
};

const deployed = async () => (await import('./operate/deployment.ts')).deployment();

const told = (heading: string, lines: readonly string[]) =>
  [heading, ...lines.map((line) => `  ${line}`)].join('\n');

try {
  await main();
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
