import * as z from 'zod';

/**
 * Requests per second on each route of the HTTP API, all callers together; more are answered 429. Each
 * route is throttled separately, so flooding a signer's route does not affect the sender's.
 */
export const Throttle = z.strictObject({
  requestsPerSecond: z.int().min(1).max(10_000).default(100),
  /** At once, before the rate counts. */
  burst: z.int().min(1).max(5_000).default(200),
});

const share = z.int().min(1).max(10_000).optional();

/**
 * Reserved concurrency (Lambda) of each public function, which is also its maximum. Off by default: a new
 * account cannot reserve any, and `npm run deploy` reports whether this one can.
 */
export const Concurrency = z.strictObject({ sender: share, signer: share, verifier: share });

/**
 * CloudTrail data events: record every read and write of documents and rows, by any identity. Billed per event.
 */
export const Trail = z.strictObject({
  /**
   * The company's bucket for records of CloudTrail, better in another account; its policy must let the trail
   * `<deployment>-data-events` write (CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail").
   */
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket's name"),
});

export const Canary = z.strictObject({ everyHours: z.int().min(1).max(24).default(6) });

export const Webhooks = z.strictObject({
  /**
   * `public`: addresses on the internet, over https. `loopback`: also the machine that the functions run on, over http
   * too. Only for a deployment on one's own machine: inside Lambda that is the runtime itself.
   */
  receivers: z.enum(['public', 'loopback']).default('public'),
});
