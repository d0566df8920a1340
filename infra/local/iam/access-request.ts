import { accountId, region } from '../aws/account.ts';
import type { AccessRequest } from './policy.ts';

/** True as on AWS, although nothing on this machine uses TLS. */
const overTls = { 'aws:securetransport': ['true'] };

export const accessRequest = (
  action: string,
  resource: string,
  context: AccessRequest['context'] = {},
): AccessRequest => ({
  action,
  resource,
  context: { ...overTls, ...context },
});

export const localArn = (service: string, rest: string): string =>
  `arn:aws:${service}:${region}:${accountId}:${rest}`;
