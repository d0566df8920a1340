import type * as z from 'zod';
import type { ListAnswer, ListQuery } from '../../shared/contract/sender.ts';
import type { Ports } from '../../shared/ports.ts';
import type { SenderRequest } from './sender-request.ts';

type Request = SenderRequest<unknown, z.output<typeof ListQuery>>;

/** The caller's envelopes, an administrator's all; last changed first; a status says more than a group. */
export const makeList =
  ({ envelopes }: Pick<Ports, 'envelopes'>) =>
  async ({ caller, query }: Request): Promise<z.input<typeof ListAnswer>> => {
    const { status, group, limit, cursor } = query;
    const page = await envelopes.list({
      limit,
      ...(!caller.isAdministrator && { owner: caller.subject }),
      ...(status ? { status } : group && { group }),
      ...(cursor !== undefined && { cursor }),
    });
    return { items: [...page.items], ...(page.cursor && { cursor: page.cursor }) };
  };
