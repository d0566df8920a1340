import { Refusal } from '../errors.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { LIMITS } from '../limits.ts';

/** Parameters of the one-time code (DESIGN: the ceremony). Seconds unless noted. */
export const CODE = {
  digits: 6,
  lifetime: 300,
  triesPerCode: 5,
  ...LIMITS.code,
} as const;

/** What a code confirms; a code for one purpose is not valid for the other. */
export const PURPOSES = ['sign', 'decline'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** How long a session may act after a right code, seconds. */
export const CONFIRMED_SECONDS = 30 * 60;

/** Instants (epoch ms) at which codes were sent to one party in its current round. */
export type Sendings = readonly number[];

/** Throws `code_too_soon`, `code_limit`, or `code_locked` (until the sender resends). */
export function assertMaySend(sendings: Sendings, now: number): void {
  if (sendings.length >= CODE.perRound) throw new Refusal('code_locked');
  const wait = secondsUntilNext(sendings, now);
  const last = sendings.at(-1);
  if (last !== undefined && now < last + CODE.pause * 1000) {
    throw new Refusal('code_too_soon', { seconds: wait });
  }
  if (wait > 0) throw new Refusal('code_limit', { seconds: wait });
}

/** Seconds until the next code may be sent: 0 if now, Infinity if locked. */
export function secondsUntilNext(sendings: Sendings, now: number): number {
  if (sendings.length >= CODE.perRound) return Number.POSITIVE_INFINITY;
  const last = sendings.at(-1);
  if (last === undefined) return 0;
  const thirdLast = sendings.at(-CODE.perHour);
  const hourly = thirdLast === undefined ? 0 : thirdLast + 3_600_000;
  return Math.max(0, Math.ceil((Math.max(last + CODE.pause * 1000, hourly) - now) / 1000));
}

/** Separators that people type and phones insert: white space, dashes, invisible characters. */
const BETWEEN = /[\s\p{Pd}\p{Cf}]/gu;

/**
 * Where the six digits may stand in a pasted message, most reliable first: the last line of our text message
 * (`@host #123456`), a line of their own, six digits in a row, six digits with separators.
 */
const PLACES = [
  /#(\d{6})\s*$/,
  /^\s*(\d{6})\s*$/m,
  /(?<!\d)(\d{6})(?!\d)/,
  /(?<!\d)(\d(?:[\s\p{Pd}\p{Cf}]{0,3}\d){5})(?!\d)/u,
];

/** The code in typed input, or in a pasted message. */
export function normalizeCode(text: string): string {
  const plain = text.normalize('NFKC');
  const found = PLACES.map((place) => place.exec(plain)?.[1]).find((digits) => digits);
  return (found ?? plain).replace(BETWEEN, '');
}

/** Six digits from 32 random bits. The modulo bias is at most 2.4 × 10⁻⁴ relative per code. */
export const codeFrom = (random32: number): string =>
  String(random32 % 10 ** CODE.digits).padStart(CODE.digits, '0');

/**
 * The message whose MAC is stored for a code; binds it to one party, session, document and purpose. Without
 * `purpose` it has the form of the first releases.
 */
export const codeMessage = (bound: {
  envelopeId: string;
  party: string;
  round: number;
  session: string;
  documentSha256: string;
  code: string;
  purpose?: Purpose;
}): Uint8Array => new TextEncoder().encode(canonicalJson(bound));
