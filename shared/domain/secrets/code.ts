import { Refusal } from '../errors.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { LIMITS } from '../limits.ts';

/** The numbers of the one-time code (DESIGN: the ceremony). In seconds unless noted. */
export const CODE = {
  digits: 6,
  lifetime: 300,
  triesPerCode: 5,
  ...LIMITS.code,
} as const;

/** What a code confirms: one for one act is no good for the other. */
export const PURPOSES = ['sign', 'decline'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** How long a right code lets its session do what it confirms. */
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

/** Separators that people type and phones insert: spaces, dashes of any kind, invisible characters. */
const BETWEEN = /[\s\p{Pd}\p{Cf}]/gu;

/**
 * Where the six digits stand in a whole message, surest first: the last line of our text message, a
 * line of their own, six digits in a row, six with separators between them.
 */
const PLACES = [
  /#(\d{6})\s*$/,
  /^\s*(\d{6})\s*$/m,
  /(?<!\d)(\d{6})(?!\d)/,
  /(?<!\d)(\d(?:[\s\p{Pd}\p{Cf}]{0,3}\d){5})(?!\d)/u,
];

/** The code in what a person typed, or pasted with the message around it. */
export function normalizeCode(text: string): string {
  const plain = text.normalize('NFKC');
  const found = PLACES.map((place) => place.exec(plain)?.[1]).find((digits) => digits);
  return (found ?? plain).replace(BETWEEN, '');
}

/** A uniform six-digit code from 32 random bits; the bias of 2³² mod 10⁶ is below 10⁻³ per code. */
export const codeFrom = (random32: number): string =>
  String(random32 % 10 ** CODE.digits).padStart(CODE.digits, '0');

/**
 * What a code's MAC covers: a code is good for one party, session, document and purpose only. Without
 * `purpose` it reads as codes were bound before there were two acts to confirm.
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
