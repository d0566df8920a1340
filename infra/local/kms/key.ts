import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { AwsError, notImplemented } from '../aws/aws-error.ts';

/** A stored KMS key. `material` is base64: PKCS#8 for a key pair, the raw key for HMAC and symmetric. */
export interface Key {
  readonly id: string;
  readonly spec: KeySpec;
  readonly usage: KeyUsage;
  readonly createdAt: number;
  readonly description: string;
  readonly policy: string | undefined;
  readonly rotates: boolean;
  readonly material: string;
}

export const KeySpec = z.enum([
  'ECC_NIST_P256',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'HMAC_256',
  'SYMMETRIC_DEFAULT',
]);
export type KeySpec = z.output<typeof KeySpec>;

export const KeyUsage = z.enum(['SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'ENCRYPT_DECRYPT']);
export type KeyUsage = z.output<typeof KeyUsage>;

const usageOf: Record<KeySpec, KeyUsage> = {
  ECC_NIST_P256: 'SIGN_VERIFY',
  RSA_2048: 'SIGN_VERIFY',
  RSA_3072: 'SIGN_VERIFY',
  RSA_4096: 'SIGN_VERIFY',
  HMAC_256: 'GENERATE_VERIFY_MAC',
  SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
};

/** Signing algorithms of a key; RSASSA-PSS, which KMS also offers, is not supported here. */
export function signingAlgorithms(spec: KeySpec): string[] {
  if (spec === 'ECC_NIST_P256') return ['ECDSA_SHA_256'];
  if (!spec.startsWith('RSA_')) return [];
  return ['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PKCS1_V1_5_SHA_384', 'RSASSA_PKCS1_V1_5_SHA_512'];
}

export const keyArn = (id: string): string => `arn:aws:kms:${region}:${accountId}:key/${id}`;

const pkcs8 = { type: 'pkcs8', format: 'der' } as const;

function generateMaterial(spec: KeySpec): Buffer {
  if (spec === 'ECC_NIST_P256')
    return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pkcs8);
  if (!spec.startsWith('RSA_')) return randomBytes(32);
  const modulusLength = Number(spec.slice('RSA_'.length));
  return generateKeyPairSync('rsa', { modulusLength }).privateKey.export(pkcs8);
}

export interface NewKey {
  readonly spec: KeySpec;
  readonly usage: KeyUsage;
  readonly description: string;
  readonly policy: string | undefined;
}

/** Creates a key; `at` in ms. RSA encryption keys, which KMS also offers, are not supported. */
export function createKey({ spec, usage, description, policy }: NewKey, at: number): Key {
  if (spec.startsWith('RSA_') && usage === 'ENCRYPT_DECRYPT')
    throw notImplemented('RSA keys for encryption');
  if (usageOf[spec] !== usage)
    throw new AwsError('ValidationException', `KeyUsage ${usage} does not fit KeySpec ${spec}`);
  const material = generateMaterial(spec).toString('base64');
  const id = randomUUID();
  return { id, spec, usage, createdAt: at, description, policy, rotates: false, material };
}

/** KeyMetadata in DescribeKey's format. */
export const describeKey = (key: Key) => ({
  AWSAccountId: accountId,
  KeyId: key.id,
  Arn: keyArn(key.id),
  CreationDate: key.createdAt / 1000,
  Enabled: true,
  KeyState: 'Enabled',
  KeyUsage: key.usage,
  KeySpec: key.spec,
  CustomerMasterKeySpec: key.spec,
  Description: key.description,
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  MultiRegion: false,
  ...algorithmsOf(key),
});

function algorithmsOf({ spec, usage }: Key) {
  if (usage === 'SIGN_VERIFY') return { SigningAlgorithms: signingAlgorithms(spec) };
  if (usage === 'GENERATE_VERIFY_MAC') return { MacAlgorithms: ['HMAC_SHA_256'] };
  return { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] };
}
