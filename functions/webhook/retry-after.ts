import type { PostAnswer } from '../../shared/ports/webhooks.ts';

/** RFC 9110 § 10.2.3: seconds, or a date. Undefined if the receiver asked for nothing readable. */
export function retryAfterSeconds(answer: PostAnswer, now: Date): number | undefined {
  if (!('retryAfter' in answer) || answer.retryAfter === undefined) return undefined;
  const text = answer.retryAfter.slice(0, 40).trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const seconds = (Date.parse(text) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
