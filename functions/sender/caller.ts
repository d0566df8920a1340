import type { Owner } from '../../shared/domain/entries.ts';
import { Refusal } from '../../shared/domain/errors.ts';

/** An employee as the identity provider's token names them. */
export interface Caller extends Owner {
  readonly isAdministrator: boolean;
}

export interface AdministratorRule {
  readonly ADMIN_CLAIM: string;
  readonly ADMIN_VALUE: string;
}

/** Refuses a token without a subject or an address: an envelope's owner must be reachable. */
export const makeCallerFrom =
  ({ ADMIN_CLAIM, ADMIN_VALUE }: AdministratorRule) =>
  (claims: Readonly<Record<string, string>>): Caller => {
    const { sub: subject, email } = claims;
    if (!subject || !email) throw new Refusal('forbidden');
    const name = claims.name || [claims.given_name, claims.family_name].filter(Boolean).join(' ');
    const isAdministrator = claimValues(claims[ADMIN_CLAIM]).includes(ADMIN_VALUE);
    return { subject, email, name: name || email, isAdministrator };
  };

/** API Gateway writes an array claim as `[admin other]`. */
function claimValues(claim = ''): string[] {
  const list = /^\[(.*)\]$/s.exec(claim)?.[1];
  return list === undefined ? [claim] : list.split(/[\s,]+/);
}
