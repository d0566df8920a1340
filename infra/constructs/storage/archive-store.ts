import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Config } from '../../config.ts';
import { archiveBucketName, regionalName } from '../../stacks/naming.ts';
import { allowPattern } from '../allow-pattern.ts';
import type { SigilloFunction } from '../sigillo-function.ts';

/**
 * 366 days a year, and one more because lifecycle rules run once a day: objects never expire before their
 * lock ends.
 */
const lockedDays = (years: number) => years * 366 + 1;

/**
 * Finished files and their ledgers under Object Lock. The bucket is created even without the archive setting:
 * Object Lock is enabled at creation, and a retained bucket's name cannot be created again
 * (docs/decisions/archive.md). An empty bucket costs nothing.
 */
export class ArchiveStore extends Construct {
  readonly bucket: Bucket;
  readonly #bucketName: string;

  constructor(scope: Construct, id: string, { archive }: Pick<Config, 'archive'>) {
    super(scope, id);
    this.#bucketName = archiveBucketName(regionalName(this));
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: this.#bucketName,
      versioned: true,
      objectLockEnabled: true,
      ...(archive && {
        objectLockDefaultRetention: ObjectLockRetention[archive.mode](
          Duration.days(archive.years * 366),
        ),
        lifecycleRules: [
          {
            id: 'after-the-lock',
            expiration: Duration.days(lockedDays(archive.years)),
            noncurrentVersionExpiration: Duration.days(1),
          },
        ],
      }),
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Who read which object is recorded by `trail`, where the company wants it.',
    });
  }

  /** Copy finished files into the archive, and check whether one is there. */
  grantReadWrite(keeper: SigilloFunction): void {
    this.#grant(keeper, ['s3:GetObject', 's3:PutObject']);
  }

  grantRead(reader: SigilloFunction): void {
    this.#grant(reader, ['s3:GetObject']);
  }

  /** Without ListBucket, S3 answers 403 for an absent object. */
  #grant(user: SigilloFunction, actions: readonly string[]) {
    user.setVariables({ ARCHIVE_BUCKET: this.bucket.bucketName });
    allowPattern(
      user,
      actions,
      [`arn:${Aws.PARTITION}:s3:::${this.#bucketName}/*`],
      'Keys begin with the envelope id: the bucket is as narrow as a role can be.',
    );
    user.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
  }
}
