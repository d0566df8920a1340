import { type SignatureReport, VerifyError } from './report.ts';

/** Two clocks may differ; more than this and one of them lied. */
const CLOCK_TOLERANCE = 5 * 60_000;

/** Signatures follow one another, and none comes after now. Throws `VerifyError`. */
export function checkTime(
  earlier: SignatureReport | undefined,
  later: SignatureReport,
  now: Date | undefined,
): void {
  const at = Date.parse(later.at);
  if (earlier && at < Date.parse(earlier.at) - CLOCK_TOLERANCE)
    throw new VerifyError('order', `${later.field} is older than what it covers`);
  if (now && at > now.getTime() + CLOCK_TOLERANCE)
    throw new VerifyError('future', `${later.field} is from ${later.at}`);
}
