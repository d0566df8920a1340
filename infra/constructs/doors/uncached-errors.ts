import { Duration } from 'aws-cdk-lib';
import type { ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';

/** Those that CloudFront otherwise keeps for ten seconds, under the path alone, and answers to everyone. */
const KEPT_BY_CLOUDFRONT = [404, 414, 500, 501, 502, 503, 504];

/**
 * An API's error is the answer to one request: another sender may see what this one may not, and what failed
 * may be right a second later.
 */
export const UNCACHED_ERRORS: ErrorResponse[] = KEPT_BY_CLOUDFRONT.map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}));
