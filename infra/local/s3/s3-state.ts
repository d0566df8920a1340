import type { SecretOf } from '../aws/sigv4.ts';
import type { Access } from '../iam/access.ts';
import type { Clock } from '../time/clock.ts';
import type { Blobs } from './blobs.ts';
import type { Buckets } from './buckets.ts';
import type { Objects } from './objects.ts';
import type { S3Reply, S3Request } from './s3-request.ts';
import type { Uploads } from './uploads.ts';

/** State shared by the S3 operations. */
export interface S3State {
  readonly clock: Clock;
  readonly secretOf: SecretOf;
  readonly access: Access;
  readonly blobs: Blobs;
  readonly buckets: Buckets;
  readonly objects: Objects;
  readonly uploads: Uploads;
}

/** One S3 operation; `parameters`: the query parameters that it accepts. */
export interface S3Operation {
  readonly parameters: readonly string[];
  readonly run: (request: S3Request, state: S3State) => S3Reply | Promise<S3Reply>;
}
