import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { documentsBucketName, regionalName } from '../../stacks/naming.ts';
import { allowPattern } from '../allow-pattern.ts';
import type { SigilloFunction } from '../sigillo-function.ts';

/** Kind of object under each key prefix, with its lifetime. */
export type Prefix = 'uploads' | 'open' | 'closed' | 'exports' | 'templates' | 'batches' | 'pki';

/** Longest time between sending and deadline. */
export const MAX_SIGNING_DAYS = 60;

/** As long as a batch is kept: shared/domain/batch. */
const BATCH_DAYS = 60;

/** Time for the workflow to finish after its last deadline; then the lifecycle rule deletes what it left. */
const MARGIN_DAYS = 6;

/** Origin of the presigned URLs. */
export const documentsOrigin = (deployment: string): string =>
  `https://${documentsBucketName(deployment)}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`;

export interface DocumentGrant {
  readonly get?: readonly Prefix[];
  readonly put?: readonly Prefix[];
  /** Put objects, also as multipart uploads, and abort those. */
  readonly putInParts?: readonly Prefix[];
  /** List and delete everything below the prefixes. */
  readonly remove?: readonly Prefix[];
  /** Detect an absent object: without ListBucket, S3 answers 403 instead of 404. */
  readonly seeAbsence?: boolean;
}

export interface DocumentStoreProps {
  /** Origins (CORS) whose pages upload and open documents. */
  readonly origins: readonly string[];
  readonly documentDays: number;
  /** ARNs that may read signed files. */
  readonly readers: readonly string[];
}

/** The document bucket. Unversioned, so that deleted objects are gone. */
export class DocumentStore extends Construct {
  readonly bucket: Bucket;
  readonly #bucketName: string;

  constructor(scope: Construct, id: string, props: DocumentStoreProps) {
    super(scope, id);
    this.#bucketName = documentsBucketName(regionalName(this));
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: this.#bucketName,
      versioned: false,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: lifecycleRules(props.documentDays),
      cors: [
        {
          allowedOrigins: [...props.origins],
          allowedMethods: [HttpMethods.GET, HttpMethods.POST, HttpMethods.HEAD],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    if (props.readers.length > 0) this.#letReadSigned(props.readers);
    this.#announceObjects();
    this.#acknowledge();
  }

  grant(user: SigilloFunction, { get, put, putInParts, remove, seeAbsence }: DocumentGrant): void {
    user.setVariables({ BUCKET: this.bucket.bucketName });
    if (get) this.#allow(user, ['s3:GetObject'], get);
    if (put) this.#allow(user, ['s3:PutObject'], put);
    if (putInParts) this.#allow(user, ['s3:PutObject', 's3:AbortMultipartUpload'], putInParts);
    if (remove) this.#grantRemove(user, remove);
    if (seeAbsence) user.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
  }

  #grantRemove(user: SigilloFunction, prefixes: readonly Prefix[]) {
    this.#allow(user, ['s3:DeleteObject'], prefixes);
    user.allow(['s3:ListBucket'], [this.bucket.bucketArn], {
      StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}/*`) },
    });
  }

  #allow(user: SigilloFunction, actions: readonly string[], prefixes: readonly Prefix[]) {
    const bucketArn = `arn:${Aws.PARTITION}:s3:::${this.#bucketName}`;
    const arns = prefixes.map((prefix) => `${bucketArn}/${prefix}/*`);
    const reason = 'Keys carry the envelope id: the prefix is as narrow as a role can be.';
    allowPattern(user, actions, arns, reason);
  }

  /** The signed files alone: not their plans, nor anything of what is under way. */
  #letReadSigned(readers: readonly string[]) {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ReadSigned',
        principals: readers.map((arn) => new ArnPrincipal(arn)),
        actions: ['s3:GetObject'],
        resources: [this.bucket.arnForObjects('closed/*/signed-*.pdf')],
      }),
    );
  }

  /** On the resource itself: the construct's own property would add a function to set it. */
  #announceObjects() {
    const resource = this.bucket.node.defaultChild as CfnBucket;
    resource.notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }

  #acknowledge() {
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'A log of requests would outlive the documents. The ledger says who signed and downloaded; `trail` records every principal that reads or writes an object.',
    });
  }
}

function lifecycleRules(documentDays: number): LifecycleRule[] {
  const after = (prefix: Prefix, days: number): LifecycleRule => ({
    id: prefix,
    prefix: `${prefix}/`,
    expiration: Duration.days(days),
  });
  return [
    after('uploads', 1),
    after('exports', 1),
    after('open', MAX_SIGNING_DAYS + documentDays + MARGIN_DAYS),
    after('closed', documentDays),
    after('batches', BATCH_DAYS + 1),
    { id: 'incomplete-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
  ];
}
