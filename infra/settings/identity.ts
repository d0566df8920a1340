import * as z from 'zod';

/** Goes into the Content-Security-Policy, where a semicolon would start another directive. */
const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d+)?$/;

const Pool = z.strictObject({
  kind: z.literal('pool'),
  /** Where sign-in may return besides the console: https, or http://localhost for a program on a desk. */
  callbackUrls: z
    .array(z.string().regex(/^(https:|http:\/\/localhost[:/])/, 'https, or http://localhost'))
    .default([]),
  /** The sign-in page's prefix, unique in the region and chosen once, because a pool has no two; `sigillo-` and the account number if absent. */
  domainPrefix: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
    .optional(),
});

const OwnIssuer = z.strictObject({
  kind: z.literal('issuer'),
  /** OpenID Connect issuer, exactly as its tokens say in `iss`. */
  issuer: z
    .url({ protocol: /^https$/ })
    .refine((url) => URL.canParse(url) && ORIGIN.test(new URL(url).origin), 'an ordinary host'),
  /** What its tokens say in `aud`. */
  audience: z.string().min(1),
  /**
   * Where its discovery document has the token endpoint, if that is another origin than the issuer's:
   * for a Cognito pool `https://PREFIX.auth.REGION.amazoncognito.com`. The pages' policy lets the
   * console call the issuer and this, and nothing else.
   */
  tokenOrigin: z.string().regex(ORIGIN, 'https, a host and no path').optional(),
});

/** Who may send documents: a Cognito pool made here, or the company's own issuer. */
export const Identity = z.discriminatedUnion('kind', [Pool, OwnIssuer]);

export const Administrators = z.strictObject({
  claim: z.string().min(1).default('cognito:groups'),
  value: z.string().min(1).default('admin'),
});
