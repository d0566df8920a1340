/**
 * What a token may do. `contacts` stands apart: who sends for a shop need not read the address book of the
 * whole company.
 */
export const SCOPES = [
  'envelopes:read',
  'envelopes:write',
  'templates:read',
  'templates:write',
  'contacts:read',
  'contacts:write',
  'webhooks',
] as const;

export type Scope = (typeof SCOPES)[number];
