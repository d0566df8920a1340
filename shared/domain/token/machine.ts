import { Refusal } from '../errors.ts';
import type { Owner } from '../ledger/entries.ts';
import { asciiLower } from '../text/mail-address.ts';
import type { Token } from './token.ts';

/** A token as it acts: the ledger names it, and envelopes may be its own. */
export interface Machine {
  readonly id: string;
  readonly name: string;
  /** Never empty: employees, or the machine itself. */
  readonly owners: readonly Owner[];
}

/** Of the machine itself. Issuers give no subject of this form. */
const subjectOf = ({ id }: Pick<Token, 'id'>): string => `token:${id}`;

export const itselfOf = ({ id, name, email }: Pick<Token, 'id' | 'name' | 'email'>): Owner => ({
  subject: subjectOf({ id }),
  email,
  name,
});

export const machineOf = (token: Token): Machine => ({
  id: token.id,
  name: token.name,
  owners: token.owners.length > 0 ? token.owners : [itselfOf(token)],
});

/**
 * For whom a request is: whom it names by e-mail address or subject, or the only one that there is. Throws
 * `owner_unknown`.
 */
export function ownerAsked({ owners }: Pick<Machine, 'owners'>, asked?: string): Owner {
  const owner =
    asked === undefined
      ? owners.length === 1 && owners[0]
      : owners.find((one) => isNamed(one, asked));
  if (!owner) throw new Refusal('owner_unknown', asked === undefined ? {} : { email: asked });
  return owner;
}

const isNamed = ({ subject, email }: Owner, asked: string): boolean =>
  subject === asked || asciiLower(email) === asciiLower(asked);

export const actsFor = ({ owners }: Pick<Machine, 'owners'>, subject: string): boolean =>
  owners.some((owner) => owner.subject === subject);
