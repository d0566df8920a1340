import type * as z from 'zod';
import type {
  NewTokenAnswer,
  TokenAnswer,
  TokensAnswer,
} from '../../../shared/contract/sender/token-answers.ts';
import type { NewTokenInput } from '../../../shared/contract/sender/token-inputs.ts';
import { daysAfter } from '../../../shared/domain/envelope/retention.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { SECRET_BYTES } from '../../../shared/domain/secrets/secret.ts';
import { isTokenId, newToken } from '../../../shared/domain/token/token.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';
import type { SenderRequest } from '../sender-request.ts';
import { describeToken } from './describe-token.ts';

type Deps = Pick<Ports, 'tokens' | 'clock'>;
type NewRequest = SenderRequest<z.output<typeof NewTokenInput>>;

/** Of the whole company; those that were withdrawn or have ended too. */
export const makeListTokens =
  ({ tokens }: Pick<Ports, 'tokens'>) =>
  async ({ caller }: SenderRequest): Promise<z.input<typeof TokensAnswer>> => {
    assertAdministrator(caller);
    return { items: (await tokens.list()).map(describeToken) };
  };

/** The one answer that has the secret. */
export const makeNewToken =
  ({ tokens, clock, random }: Deps & Pick<Ports, 'random'>) =>
  async ({ caller, body }: NewRequest): Promise<z.input<typeof NewTokenAnswer>> => {
    assertAdministrator(caller);
    const { days, email = caller.email, ...rest } = body;
    const now = clock.now();
    const facts = { ...rest, email, endsAt: daysAfter(now.toISOString(), days) };
    const { subject, name } = caller;
    const { secret, token } = newToken(facts, { subject, name }, random(SECRET_BYTES), now);
    await tokens.add(token);
    return { ...describeToken(token), secret };
  };

/** Its next request is refused. Repeated, the first withdrawal stands. */
export const makeWithdrawToken =
  ({ tokens, clock }: Deps) =>
  async ({ caller, path }: SenderRequest): Promise<z.input<typeof TokenAnswer>> => {
    assertAdministrator(caller);
    const { id = '' } = path;
    const withdrawal = { at: clock.now().toISOString(), by: caller.name };
    const token = isTokenId(id) ? await tokens.withdraw(id, withdrawal) : undefined;
    if (!token) throw new Refusal('not_found');
    return describeToken(token);
  };

function assertAdministrator({ isAdministrator }: Caller): void {
  if (!isAdministrator) throw new Refusal('forbidden');
}
