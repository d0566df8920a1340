import type * as z from 'zod';
import type { EnvelopeInput } from '../../shared/contract/sender.ts';
import { edit } from '../../shared/domain/drafting.ts';
import type { ChangeOwn } from './change-own.ts';
import { envelopeFacts, type Offered } from './envelope-facts.ts';
import type { SenderRequest } from './sender-request.ts';

type Request = SenderRequest<z.output<typeof EnvelopeInput>>;

/** Replaces what a draft says; fields of parties that are gone go with them. */
export const makeEdit = (changeOwn: ChangeOwn, offered: Offered) => async (request: Request) => {
  const facts = envelopeFacts(request.body, offered);
  return changeOwn(request, (envelope, actor, now) => edit(envelope, facts, actor, now));
};
