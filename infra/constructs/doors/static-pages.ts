import { type CfnElement, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import {
  BucketDeployment,
  type BucketDeploymentProps,
  CacheControl,
  Source,
} from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { logRetention } from '../../stacks/log-retention.ts';
import { logGroupName } from '../../stacks/naming.ts';

interface Folders {
  /** Folder that `webBuild` returns. */
  readonly assets: string;
  /** Folder that `companyPages` returns. */
  readonly pages: string;
}

type Placing = Pick<BucketDeploymentProps, 'destinationKeyPrefix' | 'contentType' | 'cacheControl'>;

/**
 * The built pages in a private bucket: `sign` and `console` are objects of those names, everything they load
 * is under `assets/`. Assets of earlier releases are kept, since pages that are still open load them.
 */
export class StaticPages extends Construct {
  readonly bucket: IBucket;
  readonly #role: Role;
  readonly #log: LogGroup;

  constructor(scope: Construct, id: string, folders: Folders) {
    super(scope, id);
    this.bucket = makeBucket(this);
    this.#log = new LogGroup(this, 'Log', {
      logGroupName: logGroupName(this, 'pages-deployment'),
      retention: logRetention(this),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    this.#log.grantWrite(this.#role);
    this.#deployAll(folders);
    this.#acknowledge();
  }

  /** Pages are deployed last: they refer to assets that must already be there. */
  #deployAll(folders: Folders) {
    const assets = this.#deploy('Assets', folders.assets, {
      destinationKeyPrefix: 'assets',
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    const pages = this.#deploy('Pages', folders.pages, {
      contentType: 'text/html; charset=utf-8',
      cacheControl: [CacheControl.noStore()],
    });
    pages.node.addDependency(assets);
  }

  #deploy(id: string, folder: string, placing: Placing) {
    return new BucketDeployment(this, id, {
      ...placing,
      sources: [Source.asset(folder)],
      destinationBucket: this.bucket,
      prune: false,
      role: this.#role,
      logGroup: this.#log,
    });
  }

  #acknowledge() {
    const own = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnElement);
    const assets =
      'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*';
    const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
    const wide = [
      ...actions.map((action) => `Action::${action}`),
      ...[assets, `<${own}.Arn>/*`].map((arn) => `Resource::${arn}`),
    ];
    for (const grant of wide)
      Validations.of(this.#role).acknowledge({
        id: `AwsSolutions-IAM5[${grant}]`,
        reason: "CDK's own deployment function: it reads what CDK staged and writes this bucket.",
      });
    Validations.of(deploymentFunction(this)).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'CDK chooses the runtime of its own deployment function.',
    });
  }
}

function makeBucket(scope: Construct): IBucket {
  const bucket = new Bucket(scope, 'Bucket', {
    versioned: false,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It holds what anyone may load from the distribution, and nothing else.',
  });
  return bucket as IBucket;
}

/** The one function, named by CDK, that all bucket deployments of a stack share. */
function deploymentFunction(scope: Construct) {
  const found = Stack.of(scope).node.children.find(({ node }) =>
    node.id.startsWith('Custom::CDKBucketDeployment'),
  );
  if (!found) throw new Error('CDK made no deployment function');
  return found;
}
