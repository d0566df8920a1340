import {
  AlreadyExistsException,
  CreateAliasCommand,
  CreateKeyCommand,
  type KeySpec,
  type KeyUsageType,
} from '@aws-sdk/client-kms';
import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import type { Json } from '../json.ts';
import { provisioner, requireUnchanged, type Target, unused } from './provisioner.ts';

const Key = z.strictObject({
  KeySpec: z.string().default('SYMMETRIC_DEFAULT'),
  KeyUsage: z.string().default('ENCRYPT_DECRYPT'),
  KeyPolicy: z.unknown(),
  Description: z.string().default(''),
  Enabled: z.literal(true).optional(),
  EnableKeyRotation: unused,
  PendingWindowInDays: unused,
  Tags: unused,
});

/** KMS chooses a key's id, so it is stored by logical id: after a restart the same key must be found. */
async function keyId(name: string, key: z.output<typeof Key>, { aws, store }: Target) {
  const { KeySpec: spec, KeyUsage: usage, KeyPolicy, Description } = key;
  requireUnchanged(store, name, { spec, usage });
  const known = store.get<string>('physical-key', name);
  if (known) return known;
  const { KeyMetadata } = await aws.kms.send(
    new CreateKeyCommand({
      KeySpec: spec as KeySpec,
      KeyUsage: usage as KeyUsageType,
      Policy: JSON.stringify(KeyPolicy),
      Description,
    }),
  );
  store.put('physical-key', name, KeyMetadata?.KeyId);
  return KeyMetadata?.KeyId ?? '';
}

/** KMS's default key policy. */
const trustsTheAccount = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
};

export const provisionKey = provisioner(Key, async ({ name, properties }, target) => {
  const id = await keyId(name, properties, target);
  const arn = `arn:aws:kms:${region}:${accountId}:key/${id}`;
  target.access.protect(arn, (properties.KeyPolicy ?? trustsTheAccount) as Json);
  return {
    ref: id,
    attributes: { KeyId: id, Arn: arn },
  };
});

const Alias = z.strictObject({ AliasName: z.string(), TargetKeyId: z.string() });

export const provisionAlias = provisioner(Alias, async ({ properties }, { aws }) => {
  try {
    await aws.kms.send(new CreateAliasCommand(properties));
  } catch (error) {
    if (!(error instanceof AlreadyExistsException)) throw error;
  }
  return { ref: properties.AliasName, attributes: {} };
});
