import { Duration } from 'aws-cdk-lib';
import type { ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';

/** Statuses that CloudFront caches for ten seconds by default, keyed by the path alone, for all viewers. */
const KEPT_BY_CLOUDFRONT = [404, 414, 500, 501, 502, 503, 504];

/** Errors of the API are not cached: they depend on who asks, and the next attempt may succeed. */
export const UNCACHED_ERRORS: ErrorResponse[] = KEPT_BY_CLOUDFRONT.map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}));
