import type * as z from 'zod';
import type { ListAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { ListQuery } from '../../../shared/contract/sender/sender-inputs.ts';
import { readingsOf } from '../../../shared/domain/envelope/search-words.ts';
import { waitsForOwner } from '../../../shared/domain/envelope/waits-for-owner.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { ownerAsked } from '../../../shared/domain/token/machine.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';
import type { SenderRequest } from '../sender-request.ts';

type Request = SenderRequest<unknown, z.output<typeof ListQuery>>;

/**
 * Lists the caller's envelopes, or those of one of a machine's employees; for administrators all, or one
 * owner's. Last changed first. `status` takes precedence over `group`, `waitsFor` over both. A search covers the
 * same envelopes, last created first.
 */
export const makeList =
  ({ envelopes }: Pick<Ports, 'envelopes'>) =>
  async ({ caller, query }: Request): Promise<z.input<typeof ListAnswer>> => {
    const { limit, cursor } = query;
    const owner = ownerFor(caller, query.owner);
    const asked = {
      limit,
      ...(owner !== undefined && { owner }),
      ...stateAsked(query),
      ...(cursor !== undefined && { cursor }),
    };
    const readings = readingsOf(query.search ?? '');
    const page = await (readings.length > 0
      ? envelopes.search({ ...asked, readings })
      : envelopes.list(asked));
    const items = page.items.filter((item) => !query.waitsFor || waitsForOwner(item));
    return { items, ...(page.cursor && { cursor: page.cursor }) };
  };

function stateAsked({ status, group, waitsFor }: Request['query']) {
  if (waitsFor) return { group: 'waiting', waitsForOwner: true } as const;
  return status ? { status } : group && { group };
}

function ownerFor({ subject, isAdministrator, machine }: Caller, asked: string | undefined) {
  if (isAdministrator) return asked;
  if (machine) return ownerAsked(machine, asked).subject;
  if (asked !== undefined && asked !== subject) throw new Refusal('forbidden');
  return subject;
}
