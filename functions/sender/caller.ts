import type { Owner } from '../../shared/domain/entries.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { isBlank, isReadable } from '../../shared/domain/text.ts';

/** An employee as the identity provider's token names them. */
export interface Caller extends Owner {
  readonly isAdministrator: boolean;
}

export interface AdministratorRule {
  readonly ADMIN_CLAIM: string;
  readonly ADMIN_VALUE: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** Refuses a token without a subject or an address: an envelope's owner must be reachable. */
export const makeCallerFrom =
  (rule: AdministratorRule) =>
  (claims: Claims): Caller => {
    const said = (name: string) => textOf(claims[name]);
    const [subject, email] = [said('sub'), said('email')];
    if (!subject || !email) throw new Refusal('forbidden');
    const name =
      said('name') || [said('given_name'), said('family_name')].filter(Boolean).join(' ');
    return { subject, email, name: name || email, isAdministrator: isAdministrator(claims, rule) };
  };

const MOST = 254;

/** A claim that nobody could read in a document or a mail is none. */
function textOf(claim: unknown): string {
  const text = typeof claim === 'string' && claim.length <= MOST ? claim : '';
  return isReadable(text) && !isBlank(text) ? text : '';
}

/** A claim is one string or a list of them, each compared whole. */
function isAdministrator(claims: Claims, { ADMIN_CLAIM, ADMIN_VALUE }: AdministratorRule): boolean {
  const claim = Object.hasOwn(claims, ADMIN_CLAIM) ? claims[ADMIN_CLAIM] : undefined;
  return Array.isArray(claim) ? claim.includes(ADMIN_VALUE) : claim === ADMIN_VALUE;
}
