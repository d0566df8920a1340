import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { dynamoTokens } from '../../shared/aws/tokens/dynamo-tokens.ts';
import { Malformed } from '../../shared/domain/errors.ts';
import type { Deployment } from './deployment.ts';
import { makeToken, type TypedToken, tokenLine, withdrawToken } from './token.ts';

type Options = TypedToken & { readonly named?: string | undefined };

/** What to print; undefined for an act that there is not. */
export async function runToken(
  { tables }: Deployment,
  act: string | undefined,
  options: Options,
): Promise<string | undefined> {
  const ports = { tokens: dynamoTokens(tables), clock: systemClock, random: systemRandom };
  if (act === 'make') return (await makeToken(ports, options).catch(tellProblems)).secret;
  if (act === 'list') {
    const tokens = await ports.tokens.list();
    return tokens.map((token) => tokenLine(token, systemClock.now())).join('\n') || 'no tokens';
  }
  if (act !== 'withdraw' || options.named === undefined) return undefined;
  if (await withdrawToken(ports, options.named)) return `${options.named} is withdrawn`;
  throw new Error(`there is no token ${options.named}`);
}

function tellProblems(error: unknown): never {
  if (!(error instanceof Malformed)) throw error;
  throw new Error(error.issues.map(({ path, message }) => `--${path}: ${message}`).join('\n'));
}
