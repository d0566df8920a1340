import { accountId } from '../aws/account.ts';
import { AwsError } from '../aws/aws-error.ts';
import type { Caller } from './policies.ts';
import type { AccessRequest } from './policy.ts';

/** Error code and status by service; all others answer `AccessDeniedException` with 400. */
const CODES: Readonly<Record<string, readonly [code: string, status: number]>> = {
  s3: ['AccessDenied', 403],
  ses: ['AccessDenied', 403],
  sns: ['AuthorizationError', 403],
  lambda: ['AccessDeniedException', 403],
  /** A state machine sees a denied Lambda call as `Lambda.AWSLambdaException`. */
  'states-task': ['AWSLambdaException', 403],
};

const arnOf = (caller: Caller) =>
  'role' in caller
    ? `arn:aws:sts::${accountId}:assumed-role/${caller.role}/${caller.name}`
    : caller.service;

/** The error for a call that no policy allows or that one explicitly denies. */
export function denialOf(
  service: string,
  caller: Caller,
  { action, resource }: AccessRequest,
): AwsError {
  const [code, status] = CODES[service] ?? ['AccessDeniedException', 400];
  const reason = `because no identity-based policy allows the ${action} action`;
  const message = `User: ${arnOf(caller)} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
  return new AwsError(code, message, status);
}
