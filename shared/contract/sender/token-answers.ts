import * as z from 'zod';
import { SCOPES } from '../../domain/token/scope.ts';

const instant = z.string();

export const TokenAnswer = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  owners: z.array(z.object({ subject: z.string(), email: z.string(), name: z.string() })),
  email: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  endsAt: instant,
  /** At most an hour behind. */
  lastUsedAt: instant.optional(),
  withdrawnAt: instant.optional(),
  withdrawnBy: z.string().optional(),
});
export type TokenAnswer = z.output<typeof TokenAnswer>;

/** `secret` is the token itself, told this once. */
export const NewTokenAnswer = TokenAnswer.extend({ secret: z.string() });
export type NewTokenAnswer = z.output<typeof NewTokenAnswer>;

/** Last made first. */
export const TokensAnswer = z.object({ items: z.array(TokenAnswer) });
