import { parsed } from '../../shared/contract/parsed.ts';
import { NewTokenInput } from '../../shared/contract/sender/token-inputs.ts';
import { daysAfter } from '../../shared/domain/envelope/retention.ts';
import { SECRET_BYTES } from '../../shared/domain/secrets/secret.ts';
import { newToken, type Token } from '../../shared/domain/token/token.ts';
import type { Clock, Random } from '../../shared/ports/machine.ts';
import type { Tokens } from '../../shared/ports/tokens.ts';

/** As they are typed: lists by commas, an owner as `subject,email,name`. */
export interface TypedToken {
  readonly name?: string | undefined;
  readonly scopes?: string | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly email?: string | undefined;
  readonly days?: string | undefined;
}

/** Who made a token without signing in. */
const BY = { name: 'npm run operate' };

interface Deps {
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly random: Random;
}

/** Answers the secret, which is told this once. Throws `Malformed`. */
export async function makeToken(
  { tokens, clock, random }: Deps,
  { name, scopes, owner = [], email, days }: TypedToken,
): Promise<{ secret: string; token: Token }> {
  const asked = parsed(NewTokenInput.required({ email: true }), {
    ...{ name, email, scopes: (scopes ?? '').split(',').filter(Boolean) },
    owners: owner.map(ownerOf),
    ...(days !== undefined && { days: Number(days) }),
  });
  const { days: lasting, ...facts } = asked;
  const now = clock.now();
  const ending = { ...facts, endsAt: daysAfter(now.toISOString(), lasting) };
  const made = newToken(ending, BY, random(SECRET_BYTES), now);
  await tokens.add(made.token);
  return made;
}

function ownerOf(typed: string) {
  const [subject, email, ...name] = typed.split(',');
  return { subject, email, name: name.join(',') };
}

/** One line a token: no secret is known of it. */
export const tokenLine = (token: Token, now: Date): string =>
  [
    token.id,
    standing(token, now),
    token.name,
    token.scopes.join(','),
    `for ${token.owners.map(({ email }) => email).join(', ') || 'itself'}`,
    `used ${token.lastUsedAt ?? 'never'}`,
  ].join('  ');

function standing({ withdrawn, endsAt }: Token, now: Date): string {
  if (withdrawn) return `withdrawn ${withdrawn.at}`;
  return endsAt <= now.toISOString() ? `ended ${endsAt}` : `until ${endsAt}`;
}

/** False if there is none with that id. */
export async function withdrawToken({ tokens, clock }: Deps, id: string): Promise<boolean> {
  const at = clock.now().toISOString();
  return (await tokens.withdraw(id, { at, by: BY.name })) !== undefined;
}
