import { Refusal } from '../errors.ts';
import type { Owner } from '../ledger/entries.ts';
import { isBlank, isReadable } from '../text/text.ts';

/** Someone of the company, as the identity provider's token names them. */
export interface Employee extends Owner {
  /** The provider says so itself (OpenID Connect Core § 5.1); one that says nothing vouches for nothing. */
  readonly emailVerified: boolean;
}

type Claims = Readonly<Record<string, unknown>>;

/** Refuses a token without a subject or an address: an envelope's owner must be reachable. */
export function employeeFrom(claims: Claims): Employee {
  const said = (name: string) => textOf(claims[name]);
  const [subject, email] = [said('sub'), said('email')];
  if (!subject || !email) throw new Refusal('forbidden');
  const name = said('name') || [said('given_name'), said('family_name')].filter(Boolean).join(' ');
  return { subject, email, name: name || email, emailVerified: isTrue(claims.email_verified) };
}

/** Cognito's federated users have it as text. */
const isTrue = (claim: unknown): boolean => claim === true || claim === 'true';

const MOST = 254;

/** A claim that nobody could read in a document or a mail is none. */
function textOf(claim: unknown): string {
  const text = typeof claim === 'string' && claim.length <= MOST ? claim : '';
  return isReadable(text) && !isBlank(text) ? text : '';
}
