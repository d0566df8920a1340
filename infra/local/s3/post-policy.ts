import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import { parseCredential, type SecretOf, signatureMatches, signingKey } from '../aws/sigv4.ts';

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);

const Policy = z.strictObject({ expiration: z.iso.datetime(), conditions: z.array(Condition) });

/** The conditions of a signed POST policy. */
export interface PostPolicy {
  /** Expiration, ms */
  readonly expires: number;
  smallest: number;
  largest: number;
  readonly fields: {
    readonly operator: 'eq' | 'starts-with';
    readonly name: string;
    readonly value: string;
  }[];
}

const denied = (reason: string) =>
  new AwsError('AccessDenied', `Invalid according to Policy: ${reason}`, 403);

function parsePolicy(base64: string): z.output<typeof Policy> {
  try {
    return Policy.parse(JSON.parse(Buffer.from(base64, 'base64').toString()));
  } catch {
    throw new AwsError('InvalidPolicyDocument', 'The policy document is not valid');
  }
}

function readPolicy(base64: string): PostPolicy {
  const { expiration, conditions } = parsePolicy(base64);
  const policy: PostPolicy = {
    expires: Date.parse(expiration),
    smallest: 0,
    largest: Number.POSITIVE_INFINITY,
    fields: [],
  };
  for (const condition of conditions) addCondition(policy, condition);
  return policy;
}

function addCondition(policy: PostPolicy, condition: z.output<typeof Condition>): void {
  if (!Array.isArray(condition)) {
    for (const [name, value] of Object.entries(condition))
      policy.fields.push({ operator: 'eq', name: name.toLowerCase(), value });
  } else if (condition[0] === 'content-length-range') {
    [, policy.smallest, policy.largest] = condition;
  } else {
    const [operator, name, value] = condition;
    policy.fields.push({ operator, name: name.slice(1).toLowerCase(), value });
  }
}

const holds = (operator: 'eq' | 'starts-with', actual: string, value: string): boolean =>
  operator === 'eq' ? actual === value : actual.startsWith(value);

/** Form fields that need no condition in the policy (S3 API reference, "creating a POST policy"). */
const exempt = new Set(['policy', 'x-amz-signature', 'file']);

function checkFields({ fields: conditions }: PostPolicy, fields: Readonly<Record<string, string>>) {
  for (const { operator, name, value } of conditions)
    if (!holds(operator, fields[name] ?? '', value))
      throw denied(`Policy Condition failed: ["${operator}", "$${name}", "${value}"]`);
  const allowed = new Set(conditions.map(({ name }) => name));
  const extra = Object.keys(fields).find(
    (name) => !allowed.has(name) && !exempt.has(name) && !name.startsWith('x-ignore-'),
  );
  if (extra !== undefined) throw denied(`Extra input fields: ${extra}`);
}

function checkSignature(fields: Readonly<Record<string, string>>, secretOf: SecretOf): void {
  if (!fields.policy) throw new AwsError('AccessDenied', 'Access Denied', 403);
  if (fields['x-amz-algorithm'] !== 'AWS4-HMAC-SHA256')
    throw new AwsError('InvalidArgument', 'The form is not signed with AWS4-HMAC-SHA256');
  const { accessKeyId, scope } = parseCredential(fields['x-amz-credential'] ?? '');
  const secret = secretOf(accessKeyId);
  if (secret === undefined)
    throw new AwsError('InvalidAccessKeyId', 'The access key does not exist', 403);
  const signature = fields['x-amz-signature'] ?? '';
  if (!signatureMatches(signingKey(secret, scope), fields.policy, signature))
    throw new AwsError('SignatureDoesNotMatch', 'The policy was not signed with this key', 403);
}

/**
 * Verifies a POST upload's signature and expiry, and every field except the file against the policy. `fields`
 * include `bucket`. The caller checks the file's length against the returned range.
 */
export function verifyPostPolicy(
  fields: Readonly<Record<string, string>>,
  secretOf: SecretOf,
  now: number,
): PostPolicy {
  checkSignature(fields, secretOf);
  const policy = readPolicy(fields.policy ?? '');
  if (now > policy.expires) throw denied('Policy expired.');
  checkFields(policy, fields);
  return policy;
}
