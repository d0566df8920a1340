import type * as z from 'zod';
import type { TokenAnswer } from '../../../shared/contract/sender/token-answers.ts';
import type { Token } from '../../../shared/domain/token/token.ts';

/** Without the hash of its secret. */
export function describeToken(token: Token): z.input<typeof TokenAnswer> {
  const { id, name, scopes, owners, email, madeAt, madeBy, endsAt } = token;
  const { lastUsedAt, withdrawn } = token;
  return {
    ...{ id, name, scopes: [...scopes], owners: [...owners], email, madeAt, endsAt },
    madeBy: madeBy.name,
    ...(lastUsedAt && { lastUsedAt }),
    ...(withdrawn && { withdrawnAt: withdrawn.at, withdrawnBy: withdrawn.by }),
  };
}
