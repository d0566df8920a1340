import { parseArgs } from 'node:util';
import { normalizeEnvelopeId } from '../shared/domain/envelope/envelope-id.ts';
import { failureText } from './authority/failure-text.ts';
import { localEnvironment } from './authority/local-environment.ts';
import { orUsage } from './authority/or-usage.ts';
import type { TypedToken } from './operate/token.ts';

const USAGE = `Usage: npm run operate -- show ID
       npm run operate -- sweep
       npm run operate -- redrive [--since INSTANT]
       npm run operate -- replay [QUEUE]
       npm run operate -- person CONTACT
       npm run operate -- erase ID
       npm run operate -- token make --name NAME --scopes SCOPES --email ADDRESS [--owner SUBJECT,ADDRESS,NAME …] [--days N]
       npm run operate -- token list
       npm run operate -- token withdraw ID
       npm run operate -- restore
       npm run operate -- restore-drill
       … [--at URL]

Inspects and repairs a deployment, with the environment's AWS credentials and region. See docs/runbook.md.

  show ID        prints an envelope's state: ledger, parties, workflow, public record; no names or contacts
  sweep          runs the hourly sweep now: checks all due envelopes and repairs them
  redrive        resumes failed executions from the state where they stopped; --since: only those that
                 ended after that instant (ISO 8601); default: 14 days, the most that AWS allows
  replay QUEUE   invokes a function again with each of its dead letters: intake, seal, feedback, forget,
                 relay, publish, sweep, webhook, canary; without QUEUE prints the number of letters in each
  person CONTACT lists the envelopes with that e-mail address or telephone number, and whether each may
                 be erased; for requests of access or erasure (GDPR)
  erase ID       erases a draft, or an envelope that ended without any signature; else prints why not
  token make     makes an API token for a machine and prints it this once; SCOPES by commas, such as
                 envelopes:read,envelopes:write; --owner: an employee for whom it acts, none: only itself;
                 --email: where messages about its own envelopes go; default: 365 days
  token list     prints all tokens: state, scopes, owners, last use
  token withdraw ID
                 refuses a token from its next request on
  restore        after a loss of tables: rebuilds list and public records from the ledger, and sends a
                 new link to everyone whose turn it is
  restore-drill  restores a local target of its own whose tables were emptied; fails if anything
                 differs from before
  --at URL       a running local target (npm start)

Exit code 0: done; 1: failed, or not complete.`;

async function main(): Promise<void> {
  const { positionals, values } = orUsage(USAGE, () =>
    parseArgs({
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        since: { type: 'string' },
        name: { type: 'string' },
        scopes: { type: 'string' },
        owner: { type: 'string', multiple: true },
        email: { type: 'string' },
        days: { type: 'string' },
      },
    }),
  );
  const [command = '', argument, named, ...more] = positionals;
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  const isTooMuch = more.length > 0 || (named !== undefined && command !== 'token');
  if (!run || isTooMuch) throw new Error(USAGE);
  if (values.at !== undefined) Object.assign(process.env, await localEnvironment(values.at));
  if (!(await run(argument, { ...values, named }))) process.exitCode = 1;
}

interface Options extends TypedToken {
  readonly since?: string | undefined;
  /** A second argument. */
  readonly named?: string | undefined;
}

/**
 * Each is imported only after the environment is set, because AWS clients are created at import. Resolves to
 * false if something is left.
 */
const COMMANDS: Readonly<
  Record<string, (argument: string | undefined, options: Options) => Promise<boolean>>
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
  redrive: async (_, { since }) => {
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
  token: async (act, options) => {
    const { runToken } = await import('./operate/run-token.ts');
    const line = await runToken(await deployed(), act, options);
    if (line === undefined) throw new Error(USAGE);
    console.log(line);
    return true;
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
