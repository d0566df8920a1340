import { Aws } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const KEY = 'sigillo:deployment';

/** CDK context key with which the app passes the deployment's name to its constructs. */
export const deploymentContext = (deployment: string): Readonly<Record<string, string>> => ({
  [KEY]: deployment,
});

const deploymentOf = (scope: Construct): string => scope.node.getContext(KEY);

/** A name that is unique in an account and region: `sigillo-envelopes`; without `rest`, the deployment's own. */
export const regionalName = (scope: Construct, rest?: string): string =>
  rest === undefined ? deploymentOf(scope) : `${deploymentOf(scope)}-${rest}`;

/** A name that is unique in an account across its regions, as all of CloudFront's are. */
export const globalName = (scope: Construct, rest: string): string =>
  `${regionalName(scope, rest)}-${Aws.REGION}`;

export const logGroupName = (scope: Construct, rest: string): string =>
  `/${deploymentOf(scope)}/${rest}`;

/** `sigillo` → `SigilloData`. */
export const stackName = (deployment: string, part: 'Web' | 'Data' | 'Service'): string =>
  `${deployment.charAt(0).toUpperCase()}${deployment.slice(1)}${part}`;

/** Fixed, so that an archive that was taken out of the settings is found again. */
export const archiveBucketName = (
  deployment: string,
  account: string = Aws.ACCOUNT_ID,
  region: string = Aws.REGION,
): string => `${deployment}-archive-${account}-${region}`;

/** A bucket's name is the world's. Fixed, so that the pages' policy can name it without a cycle of stacks. */
export const documentsBucketName = (
  deployment: string,
  account: string = Aws.ACCOUNT_ID,
  region: string = Aws.REGION,
): string => `${deployment}-documents-${account}-${region}`;
