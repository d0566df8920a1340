import { createHmac, createPublicKey, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { AwsError } from '../aws/aws-error.ts';
import { jsonService, operation, type Service } from '../aws/wire.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import {
  digestFor,
  digestLength,
  signDigest,
  toPrivateKey,
  verifyDigest,
} from './digest-signature.ts';
import {
  createKey,
  describeKey,
  type Key,
  KeySpec,
  KeyUsage,
  keyArn,
  signingAlgorithms,
} from './key.ts';
import { decrypt, encrypt } from './symmetric-cipher.ts';

const Blob = z.base64().transform((text) => Buffer.from(text, 'base64'));
const KeyRef = z.strictObject({ KeyId: z.string() });
const AliasName = z.string().regex(/^alias\/[\w/-]{1,250}$/);

const CreateKey = z.strictObject({
  KeySpec: KeySpec.default('SYMMETRIC_DEFAULT'),
  KeyUsage: KeyUsage.default('ENCRYPT_DECRYPT'),
  Description: z.string().default(''),
  Policy: z.string().optional(),
  Tags: z.array(z.strictObject({ TagKey: z.string(), TagValue: z.string() })).optional(),
  BypassPolicyLockoutSafetyCheck: z.boolean().optional(),
});

/** KMS's limit for a message (Sign, Verify, GenerateMac, VerifyMac): 4096 bytes. */
const longestMessage = 4096;

const signing = {
  KeyId: z.string(),
  Message: Blob,
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
};
const Sign = z.strictObject(signing);
const Verify = z.strictObject({ ...signing, Signature: Blob });

const mac = { KeyId: z.string(), Message: Blob, MacAlgorithm: z.literal('HMAC_SHA_256') };
const GenerateMac = z.strictObject(mac);
const VerifyMac = z.strictObject({ ...mac, Mac: Blob });

/** Encrypts up to 4096 bytes, as KMS does with a symmetric key. */
const Context = z.record(z.string(), z.string()).default({});
const Encrypt = z.strictObject({ KeyId: z.string(), Plaintext: Blob, EncryptionContext: Context });
const Decrypt = z.strictObject({
  KeyId: z.string(),
  CiphertextBlob: Blob,
  EncryptionContext: Context,
});

function requireUsage(key: Key, usage: KeyUsage): void {
  if (key.usage !== usage)
    throw new AwsError('InvalidKeyUsageException', `${keyArn(key.id)} is for ${key.usage}`);
}

function checkMessage(message: Buffer): void {
  if (message.length === 0 || message.length > longestMessage)
    throw new AwsError('ValidationException', 'The message must have 1 to 4096 bytes');
}

/** The digest to sign or verify: the request's message, hashed unless it is a digest already. */
function digestOf(key: Key, input: z.output<typeof Sign>): Buffer {
  requireUsage(key, 'SIGN_VERIFY');
  const { SigningAlgorithm, Message, MessageType } = input;
  if (!signingAlgorithms(key.spec).includes(SigningAlgorithm))
    throw new AwsError('InvalidKeyUsageException', `${key.spec} cannot use ${SigningAlgorithm}`);
  checkMessage(Message);
  if (MessageType === 'RAW') return digestFor(SigningAlgorithm, Message);
  if (Message.length === digestLength(SigningAlgorithm)) return Message;
  throw new AwsError('ValidationException', `Digest is invalid length for ${SigningAlgorithm}`);
}

function macOf(key: Key, message: Buffer): Buffer {
  requireUsage(key, 'GENERATE_VERIFY_MAC');
  checkMessage(message);
  return createHmac('sha256', Buffer.from(key.material, 'base64')).update(message).digest();
}

const aliasArn = (name: string) => `arn:aws:kms:${region}:${accountId}:${name}`;

/** Stored keys and aliases; a key is found by id, ARN, alias name or alias ARN. */
class Keys {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  save(key: Key): Key {
    this.#store.put('kms-key', key.id, key);
    return key;
  }

  find(reference: string): Key {
    const name = reference.replace(/^arn:aws:kms:[^:]*:[^:]*:(key\/)?/, '');
    const id = name.startsWith('alias/') ? this.#store.get<string>('kms-alias', name) : name;
    const key = id === undefined ? undefined : this.#store.get<Key>('kms-key', id);
    if (!key) throw new AwsError('NotFoundException', `Key '${reference}' does not exist`);
    return key;
  }

  addAlias(name: string, target: string): void {
    if (this.#store.get('kms-alias', name))
      throw new AwsError('AlreadyExistsException', `${aliasArn(name)} already exists`);
    this.#store.put('kms-alias', name, this.find(target).id);
  }
}

const keyOperations = (keys: Keys, clock: Clock) => ({
  CreateKey: operation(CreateKey, (input) => {
    const { KeySpec: spec, KeyUsage: usage, Description: description, Policy: policy } = input;
    const key = createKey({ spec, usage, description, policy }, clock.now());
    return { KeyMetadata: describeKey(keys.save(key)) };
  }),
  CreateAlias: operation(
    z.strictObject({ AliasName, TargetKeyId: z.string() }),
    ({ AliasName: name, TargetKeyId }) => keys.addAlias(name, TargetKeyId),
  ),
  DescribeKey: operation(KeyRef, ({ KeyId }) => ({ KeyMetadata: describeKey(keys.find(KeyId)) })),
  EnableKeyRotation: operation(KeyRef, ({ KeyId }) => {
    const key = keys.find(KeyId);
    if (key.spec !== 'SYMMETRIC_DEFAULT')
      throw new AwsError('UnsupportedOperationException', `${key.spec} keys do not rotate`);
    keys.save({ ...key, rotates: true });
  }),
  GetKeyRotationStatus: operation(KeyRef, ({ KeyId }) => ({
    KeyRotationEnabled: keys.find(KeyId).rotates,
  })),
});

const signingOperations = (keys: Keys) => ({
  GetPublicKey: operation(KeyRef, ({ KeyId }) => {
    const key = keys.find(KeyId);
    requireUsage(key, 'SIGN_VERIFY');
    const spki = createPublicKey(toPrivateKey(key.material)).export({
      format: 'der',
      type: 'spki',
    });
    return {
      KeyId: keyArn(key.id),
      KeySpec: key.spec,
      KeyUsage: key.usage,
      SigningAlgorithms: signingAlgorithms(key.spec),
      PublicKey: spki.toString('base64'),
    };
  }),
  Sign: operation(Sign, (input) => {
    const key = keys.find(input.KeyId);
    const { SigningAlgorithm } = input;
    const digest = digestOf(key, input);
    const signature = signDigest(toPrivateKey(key.material), SigningAlgorithm, digest);
    return { KeyId: keyArn(key.id), SigningAlgorithm, Signature: signature.toString('base64') };
  }),
  Verify: operation(Verify, (input) => {
    const key = keys.find(input.KeyId);
    const { SigningAlgorithm, Signature } = input;
    const digest = digestOf(key, input);
    if (!verifyDigest(toPrivateKey(key.material), SigningAlgorithm, digest, Signature))
      throw new AwsError('KMSInvalidSignatureException', 'The signature is not valid');
    return { KeyId: keyArn(key.id), SigningAlgorithm, SignatureValid: true };
  }),
});

const macOperations = (keys: Keys) => ({
  GenerateMac: operation(GenerateMac, ({ KeyId, Message, MacAlgorithm }) => {
    const key = keys.find(KeyId);
    return { KeyId: keyArn(key.id), MacAlgorithm, Mac: macOf(key, Message).toString('base64') };
  }),
  VerifyMac: operation(VerifyMac, ({ KeyId, Message, MacAlgorithm, Mac }) => {
    const key = keys.find(KeyId);
    const expected = macOf(key, Message);
    if (expected.length !== Mac.length || !timingSafeEqual(expected, Mac))
      throw new AwsError('KMSInvalidMacException', 'The MAC is not valid');
    return { KeyId: keyArn(key.id), MacAlgorithm, MacValid: true };
  }),
});

const cipherOperations = (keys: Keys) => ({
  Encrypt: operation(Encrypt, ({ KeyId, Plaintext, EncryptionContext }) => {
    const key = keys.find(KeyId);
    requireUsage(key, 'ENCRYPT_DECRYPT');
    checkMessage(Plaintext);
    const CiphertextBlob = encrypt(key, Plaintext, EncryptionContext).toString('base64');
    return { KeyId: keyArn(key.id), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT', CiphertextBlob };
  }),
  Decrypt: operation(Decrypt, ({ KeyId, CiphertextBlob, EncryptionContext }) => {
    const key = keys.find(KeyId);
    requireUsage(key, 'ENCRYPT_DECRYPT');
    const plaintext = decrypt(key, CiphertextBlob, EncryptionContext);
    return {
      KeyId: keyArn(key.id),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      Plaintext: plaintext.toString('base64'),
    };
  }),
});

/** AWS KMS: signing key pairs, HMAC keys and symmetric keys; a key that rotates keeps its material here. */
export function kmsService(store: Store, clock: Clock): Service {
  const keys = new Keys(store);
  return jsonService('TrentService', {
    ...keyOperations(keys, clock),
    ...signingOperations(keys),
    ...macOperations(keys),
    ...cipherOperations(keys),
  });
}
