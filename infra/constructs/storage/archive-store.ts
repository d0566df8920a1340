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
import { archiveBucketName, regionalName } from '../../naming.ts';
import { allowPattern } from '../allow-pattern.ts';
import type { SigilloFunction } from '../sigillo-function.ts';

/** With every leap day, and a day for the lifecycle's own pace: never before the lock ends. */
const lockedDays = (years: number) => years * 366 + 1;

/**
 * Finished files and their ledgers under Object Lock. The bucket is made whether or not the settings want an
 * archive, since Object Lock cannot be added to one, and one that was taken away could not be made again under its
 * name (docs/decisions/archive.md). Empty, it costs nothing.
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

  /** To copy finished files, and to see whether one lies there. */
  letKeep(keeper: SigilloFunction): void {
    this.#let(keeper, ['s3:GetObject', 's3:PutObject']);
  }

  letRead(reader: SigilloFunction): void {
    this.#let(reader, ['s3:GetObject']);
  }

  /** Without ListBucket, S3 answers 403 for an absent object. */
  #let(user: SigilloFunction, actions: readonly string[]) {
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
