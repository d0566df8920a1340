import { Refusal } from '../errors.ts';
import type { Owner } from '../ledger/entries.ts';
import { isBlank, isReadable } from '../text/text.ts';

/** An employee of the company, from the identity provider's token. */
export interface Employee extends Owner {
  /** Claim `email_verified` (OpenID Connect Core § 5.1); false if absent. */
  readonly emailVerified: boolean;
}

type Claims = Readonly<Record<string, unknown>>;

/** Throws `forbidden` for a token without subject or e-mail: an envelope's owner must be reachable. */
export function employeeFrom(claims: Claims): Employee {
  const claim = (name: string) => textOf(claims[name]);
  const [subject, email] = [claim('sub'), claim('email')];
  if (!subject || !email) throw new Refusal('forbidden');
  const name =
    claim('name') || [claim('given_name'), claim('family_name')].filter(Boolean).join(' ');
  return { subject, email, name: name || email, emailVerified: isTrue(claims.email_verified) };
}

/** Cognito passes boolean claims of federated users as strings. */
const isTrue = (claim: unknown): boolean => claim === true || claim === 'true';

const MAX_CLAIM_LENGTH = 254;

/** Empty for a claim that is too long, blank, or has characters unsafe to print in a document or mail. */
function textOf(claim: unknown): string {
  const text = typeof claim === 'string' && claim.length <= MAX_CLAIM_LENGTH ? claim : '';
  return isReadable(text) && !isBlank(text) ? text : '';
}
