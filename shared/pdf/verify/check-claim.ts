import { publicKeyOf } from '../../pki/certificate/read-certificate.ts';
import { sha256, toHex } from '../../pki/signature/digest.ts';
import { type Claim, readClaim, verifyClaim } from '../claim/claim.ts';
import { messageOf, VerifyError } from './report.ts';

export interface ClaimCheck {
  readonly claim: string;
  readonly envelopeId: string;
  /** The file before the seal's revision. */
  readonly beforeSeal: Uint8Array;
  /** The seal's certificate, DER. */
  readonly certificate: Uint8Array;
}

/** Checks that the seal key signed a claim for exactly this file and envelope. Throws `VerifyError`. */
export async function checkClaim(check: ClaimCheck): Promise<Claim> {
  const claim = readable(check.claim);
  if (!(await verifyClaim(check.claim, check.envelopeId, publicKeyOf(check.certificate))))
    throw new VerifyError('claim_wrong', 'the claim was not made by the seal for this envelope');
  const actual = toHex(await sha256(check.beforeSeal));
  if (claim.length !== check.beforeSeal.length || claim.sha256 !== actual)
    throw new VerifyError('claim_wrong', 'the claim is about another file');
  return claim;
}

function readable(text: string): Claim {
  try {
    return readClaim(text);
  } catch (error) {
    throw new VerifyError('claim_wrong', messageOf(error));
  }
}
