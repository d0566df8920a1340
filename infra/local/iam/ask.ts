import { accountId, region } from '../aws/account.ts';
import type { Ask } from './policy.ts';

/** Nothing on this machine speaks TLS, and everything on AWS does. */
const overTls = { 'aws:securetransport': ['true'] };

export const ask = (action: string, resource: string, context: Ask['context'] = {}): Ask => ({
  action,
  resource,
  context: { ...overTls, ...context },
});

export const localArn = (service: string, rest: string): string =>
  `arn:aws:${service}:${region}:${accountId}:${rest}`;
