import { AwsError } from '../aws/aws-error.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';

export interface BucketRecord {
  readonly name: string;
  /** Created at, ms */
  readonly created: number;
  /** Configuration documents by sub-resource (`cors`, `lifecycle`, ...), as they were put. */
  readonly configuration: Record<string, string>;
}

const kind = 's3-bucket';

/** 3 to 63 lower-case letters, digits and hyphens. Dots are refused, because TLS certificates would not match. */
const validName = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** The buckets and their configuration documents. */
export class Buckets {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  create(name: string): void {
    if (!validName.test(name))
      throw new AwsError('InvalidBucketName', 'The specified bucket is not valid.');
    if (this.#store.get(kind, name))
      throw new AwsError('BucketAlreadyOwnedByYou', 'You already own this bucket.', 409);
    this.#store.put(kind, name, { name, created: this.#clock.now(), configuration: {} });
  }

  /** Throws NoSuchBucket. */
  find(name: string): BucketRecord {
    const bucket = this.#store.get<BucketRecord>(kind, name);
    if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
    return bucket;
  }

  list(): BucketRecord[] {
    return this.#store.list<BucketRecord>(kind);
  }

  delete(name: string): void {
    this.#store.delete(kind, name);
  }

  configure(name: string, resource: string, document: string | undefined): void {
    const bucket = this.find(name);
    const { [resource]: _, ...others } = bucket.configuration;
    const configuration = document === undefined ? others : { ...others, [resource]: document };
    this.#store.put(kind, name, { ...bucket, configuration });
  }

  configuration(name: string, resource: string): string | undefined {
    return this.#store.get<BucketRecord>(kind, name)?.configuration[resource];
  }
}
