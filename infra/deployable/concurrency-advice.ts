import type { Config } from '../config.ts';

/** What an AWS account may run at once, all its functions together (Lambda's GetAccountSettings). */
export interface AccountConcurrency {
  readonly total: number;
  /** The part of the account's concurrency that no function has reserved. */
  readonly unreserved: number;
}

export interface Advice {
  readonly mayDeploy: boolean;
  readonly text: string;
}

/** AWS keeps so many for functions that reserve nothing; a new account often has no more in all. */
const KEPT_BY_AWS = 100;
/** Fewer are used up by a handful of people, or by one stranger. */
const FEW = 100;

/**
 * What the account's limit means for the doors: whether they can have shares of their own, and what one
 * door can take from the others without.
 */
export function concurrencyAdvice(
  { total, unreserved }: AccountConcurrency,
  { sender = 0, signer = 0, verifier = 0 }: Config['concurrency'],
): Advice {
  const wanted = sender + signer + verifier;
  const spare = Math.max(0, unreserved - KEPT_BY_AWS);
  const runs = `This account runs ${total} functions at once (Lambda quota “Concurrent executions”).`;
  if (wanted > spare) return refused(runs, wanted, spare);
  return { mayDeploy: true, text: [runs, ...shares(wanted, total)].join('\n') };
}

const refused = (runs: string, wanted: number, spare: number): Advice => ({
  mayDeploy: false,
  text: [
    runs,
    `\`concurrency\` reserves ${wanted}, and ${spare} can be reserved: AWS keeps ${KEPT_BY_AWS} for functions`,
    'that reserve none, and what other applications reserved counts too. A first deployment would fail.',
    'Ask for a higher quota in Service Quotas, or reserve less.',
  ].join('\n'),
});

function shares(wanted: number, total: number): string[] {
  if (wanted > 0) return [];
  const all = 'No door has a share of its own: strangers who call one can hold up the others.';
  const few = 'That is little: ask for 1000 in Service Quotas, which costs nothing.';
  const then =
    'With a higher quota, `concurrency` in infra/config.ts gives each door its own share.';
  return total <= FEW ? [all, few, then] : [all, then.replace('With a higher quota, ', '')];
}
