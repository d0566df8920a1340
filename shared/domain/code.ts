import { canonicalJson } from './canonical-json.ts';
import { Refusal } from './errors.ts';

/** The numbers of the one-time code (DESIGN: the ceremony). Seconds unless said otherwise. */
export const CODE = {
  digits: 6,
  lifetime: 300,
  triesPerCode: 5,
  pause: 60,
  perHour: 3,
  perRound: 5,
} as const;

/** How long a right code lets its session sign. */
export const CONFIRMED_SECONDS = 30 * 60;

/** Instants (ms since 1970) at which codes were sent to one party in its present round. */
export type Sendings = readonly number[];

/** Refuses one more code: too soon, too many this hour, or locked until the sender re-sends. */
export function assertMaySend(sendings: Sendings, now: number): void {
  if (sendings.length >= CODE.perRound) throw new Refusal('code_locked');
  const wait = secondsUntilNext(sendings, now);
  const last = sendings.at(-1);
  if (last !== undefined && now < last + CODE.pause * 1000) {
    throw new Refusal('code_too_soon', { seconds: wait });
  }
  if (wait > 0) throw new Refusal('code_limit', { seconds: wait });
}

/** Seconds until the next code may be sent; 0 if at once, Infinity if locked. */
export function secondsUntilNext(sendings: Sendings, now: number): number {
  if (sendings.length >= CODE.perRound) return Number.POSITIVE_INFINITY;
  const last = sendings.at(-1);
  if (last === undefined) return 0;
  const thirdLast = sendings.at(-CODE.perHour);
  const hourly = thirdLast === undefined ? 0 : thirdLast + 3_600_000;
  return Math.max(0, Math.ceil((Math.max(last + CODE.pause * 1000, hourly) - now) / 1000));
}

/** As a person may have typed or pasted it: full-width digits, spaces and hyphens are forgiven. */
export const normalizeCode = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

/** A uniform six-digit code from 32 random bits; the bias of 2³² mod 10⁶ is below 10⁻³ per code. */
export const codeFrom = (random32: number): string =>
  String(random32 % 10 ** CODE.digits).padStart(CODE.digits, '0');

/** What a code's MAC covers: a code is good for one party, session and document only. */
export const codeMessage = (bound: {
  envelopeId: string;
  party: string;
  round: number;
  session: string;
  documentSha256: string;
  code: string;
}): Uint8Array => new TextEncoder().encode(canonicalJson(bound));
