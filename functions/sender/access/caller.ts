import { type Employee, employeeFrom } from '../../../shared/domain/envelope/employee.ts';
import type { By } from '../../../shared/domain/ledger/ledger.ts';
import type { Machine } from '../../../shared/domain/token/machine.ts';

/** The signed-in employee, or a machine: then `subject`, `email` and `name` are its own. */
export interface Caller extends Employee {
  readonly machine?: Machine;
  readonly isAdministrator: boolean;
}

export interface AdministratorRule {
  readonly ADMIN_CLAIM: string;
  readonly ADMIN_VALUE: string;
}

type Claims = Readonly<Record<string, unknown>>;

export const makeCallerFrom =
  (rule: AdministratorRule) =>
  (claims: Claims): Caller => ({
    ...employeeFrom(claims),
    isAdministrator: isAdministrator(claims, rule),
  });

/** The claim is a string or a list; values are compared whole. */
function isAdministrator(claims: Claims, { ADMIN_CLAIM, ADMIN_VALUE }: AdministratorRule): boolean {
  const claim = Object.hasOwn(claims, ADMIN_CLAIM) ? claims[ADMIN_CLAIM] : undefined;
  return Array.isArray(claim) ? claim.includes(ADMIN_VALUE) : claim === ADMIN_VALUE;
}

export const bySender = (
  { subject, machine }: Pick<Caller, 'subject' | 'machine'>,
  now: Date,
): By => ({
  actor: {
    kind: 'sender',
    subject,
    ...(machine && { machine: { id: machine.id, name: machine.name } }),
  },
  now,
});
