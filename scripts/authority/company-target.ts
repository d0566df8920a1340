import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { Config } from '../../infra/config.ts';
import { companySettings } from '../../infra/settings/company-settings.ts';
import { documentsBucketName } from '../../infra/stacks/naming.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { SigningKey } from '../../shared/ports/keys.ts';
import { localEnvironment } from './local-environment.ts';

/** What a script of the company may use: its keys, and its bucket. */
export interface CompanyTarget {
  readonly documents: Documents;
  key(name: 'seal' | 'timestamp'): SigningKey;
}

const { deployment } = Config.parse(await companySettings());

/** The aliases that `infra/constructs/storage/company-keys.ts` gives. */
const ALIASES = {
  seal: `alias/${deployment}-seal`,
  timestamp: `alias/${deployment}-timestamp`,
} as const;

/**
 * The deployment in AWS that the environment's credentials and region lead to; with `at`, the local
 * target that runs there.
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

/** The bucket is named after account and region, and so is the key's ARN. */
async function bucketName(): Promise<string> {
  const { KeyId = '' } = await new KMSClient({}).send(
    new GetPublicKeyCommand({ KeyId: ALIASES.seal }),
  );
  const [, , , region, account] = KeyId.split(':');
  if (!region || !account) throw new Error(`${KeyId} is no ARN of a key`);
  return documentsBucketName(deployment, account, region);
}
