import { actsFor, type Machine } from './machine.ts';

/** Who asks: an employee, or a machine for its employees. */
export interface Asker {
  readonly subject: string;
  readonly machine?: Pick<Machine, 'owners'>;
}

export const owns = ({ subject, machine }: Asker, owner: string): boolean =>
  machine ? actsFor(machine, owner) : owner === subject;
