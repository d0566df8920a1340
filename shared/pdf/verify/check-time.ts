import { type SignatureReport, VerifyError } from './report.ts';

/** Milliseconds of clock difference between authorities. */
const CLOCK_TOLERANCE = 5 * 60_000;

/** Signatures must be in chronological order and not in the future. Throws `VerifyError`. */
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
