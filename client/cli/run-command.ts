import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { makeClient, type Sigillo } from '../client.ts';
import { clientVersion } from '../client-version.ts';
import { bearerFor } from '../sign-in/bearer.ts';
import { Asked, type Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, exitCodeOf, jsonOf, linesOf } from './exit-codes.ts';
import { help } from './help.ts';
import { UsageError } from './usage-error.ts';

const EVERYWHERE = {
  at: { type: 'string' },
  json: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} satisfies ParseArgsOptionsConfig;

/** Runs one command line, prints what comes of it and resolves to the exit code. */
export async function runCommand(
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [name = '', ...rest] = given;
  if (['', 'help', '--help', '-h'].includes(name)) return printed(help(COMMANDS));
  if (name === '--version') return printed(`${clientVersion()}\n`);
  try {
    const command = commandOf(name);
    const asked = read(command, rest);
    if (asked.has('help')) return printed(help({ [name]: command }));
    return await command.run(asked, surroundings(asked, environment));
  } catch (error) {
    const isJson = given.includes('--json');
    console.error(isJson ? JSON.stringify(jsonOf(error)) : linesOf(error).join('\n'));
    return exitCodeOf(error);
  }
}

function printed(text: string): number {
  process.stdout.write(text);
  return EXIT.done;
}

function commandOf(name: string): Command {
  if (!Object.hasOwn(COMMANDS, name))
    throw new UsageError(`There is no command “${name}”: sigillo --help lists them.`);
  return COMMANDS[name]!;
}

function read({ options = {}, words, usage }: Command, given: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { ...EVERYWHERE, ...options },
    });
    const asked = new Asked(positionals, values);
    const isShort = positionals.length < words && !('template' in values) && !asked.has('help');
    if (isShort || positionals.length > words) throw new Error('');
    return asked;
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError([...(message ? [message] : []), `Usage: sigillo ${usage}`].join('\n'));
  }
}

function surroundings(asked: Asked, environment: NodeJS.ProcessEnv) {
  const language = asked.text('language') ?? spokenIn(environment);
  let client: Sigillo | undefined;
  function sigillo() {
    client ??= makeClient({ ...bearerFor(asked.text('at'), environment), language });
    return client;
  }
  return { sigillo, language, environment };
}

/** `it_IT.UTF-8` is Italian; `C` and `POSIX` are no language. */
const spokenIn = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | undefined =>
  /^[a-z]{2}(?=_|$)/.exec(LC_ALL || LC_MESSAGES || LANG || '')?.[0];
