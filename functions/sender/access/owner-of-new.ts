import { Refusal } from '../../../shared/domain/errors.ts';
import type { Owner } from '../../../shared/domain/ledger/entries.ts';
import { ownerAsked } from '../../../shared/domain/token/machine.ts';
import type { Caller } from './caller.ts';

/** Whose a new envelope or template is. Employees make their own alone; a machine's request names for whom. */
export function ownerOfNew({ machine, subject, email, name }: Caller, asked?: string): Owner {
  if (machine) return ownerAsked(machine, asked);
  if (asked !== undefined && asked !== email && asked !== subject) throw new Refusal('forbidden');
  return { subject, email, name };
}
