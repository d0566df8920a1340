import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { Config } from '../../infra/config.ts';
import { companySettings } from '../../infra/settings/company-settings.ts';
import { documentsBucketName } from '../../infra/stacks/naming.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { SigningKey } from '../../shared/ports/keys.ts';
import { localEnvironment } from './local-environment.ts';

/** KMS keys and documents bucket of a deployment, for the scripts that use them. */
export interface CompanyTarget {
  readonly documents: Documents;
  key(name: 'seal' | 'timestamp'): SigningKey;
}

const { deployment } = Config.parse(await companySettings());

/** Key aliases, as created by `infra/constructs/storage/company-keys.ts`. */
const ALIASES = {
  seal: `alias/${deployment}-seal`,
  timestamp: `alias/${deployment}-timestamp`,
} as const;

/**
 * The deployment in the AWS account and region of the environment's credentials, or, with `at`, the local target
 * at that URL.
 */
export async function companyTarget(at: string | undefined): Promise<CompanyTarget> {
  if (at !== undefined) Object.assign(process.env, await localEnvironment(at));
  const { kmsSigningKey } = await import('../../shared/aws/keys/kms-signing-key.ts');
  const { s3Documents } = await import('../../shared/aws/documents/s3-documents.ts');
  return {
    documents: s3Documents({ BUCKET: await bucketName() }),
    key: (name) => kmsSigningKey(ALIASES[name]),
  };
}

/** Bucket name and key ARN both contain account and region. */
async function bucketName(): Promise<string> {
  const { KeyId = '' } = await new KMSClient({}).send(
    new GetPublicKeyCommand({ KeyId: ALIASES.seal }),
  );
  const [, , , region, account] = KeyId.split(':');
  if (!region || !account) throw new Error(`${KeyId} is no ARN of a key`);
  return documentsBucketName(deployment, account, region);
}
