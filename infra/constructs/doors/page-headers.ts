import { createHash } from 'node:crypto';
import { Aws, Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { accentStyle } from '../../../shared/contract/brand/accent-style.ts';
import type { Config } from '../../config.ts';
import { globalName } from '../../naming.ts';
import { documentsOrigin } from '../storage/document-store.ts';
import { signInPrefix } from './sender-pool.ts';

/** Where the console reads the issuer's discovery document and where it gets its tokens. */
function signInOrigins({ identity, deployment }: Config): string[] {
  if (identity.kind === 'issuer') {
    const { issuer, tokenOrigin } = identity;
    return [new URL(issuer).origin, ...(tokenOrigin ? [tokenOrigin] : [])];
  }
  return [
    `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`,
    `https://${signInPrefix(deployment, identity.domainPrefix)}.auth.${Aws.REGION}.amazoncognito.com`,
  ];
}

/** The style sheet that stands in each page, by its hash. */
const accentSource = ({ company }: Config): string =>
  `'sha256-${createHash('sha256').update(accentStyle(company.colour)).digest('base64')}'`;

/**
 * Scripts and styles are files of ours, but for the company's colour; a picture may be one that the reader
 * just made.
 */
const contentSecurityPolicy = (config: Config): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${accentSource(config)}`,
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self' ${documentsOrigin(config.deployment)} ${signInOrigins(config).join(' ')}`,
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const permissions = (camera: '()' | '(self)'): string =>
  `accelerometer=(), camera=${camera}, display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()`;

/** What every page says to the browser, and every file of it. */
export const pageHeaders = (scope: Construct, id: string, config: Config): ResponseHeadersPolicy =>
  headersPolicy(scope, id, contentSecurityPolicy(config));

/** On the signing page a signature or a stamp may be photographed with a computer's own camera. */
export const signingPageHeaders = (
  scope: Construct,
  id: string,
  config: Config,
): ResponseHeadersPolicy => headersPolicy(scope, id, contentSecurityPolicy(config), '(self)');

/** What every answer below `api/` says, also those that the API gives without a function. */
export const apiHeaders = (scope: Construct, id: string): ResponseHeadersPolicy =>
  headersPolicy(scope, id, "default-src 'none'; frame-ancestors 'none'");

const headersPolicy = (
  scope: Construct,
  id: string,
  contentSecurityPolicy: string,
  camera: '()' | '(self)' = '()',
) =>
  new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: globalName(scope, id.toLowerCase()),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'permissions-policy', value: permissions(camera), override: true },
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        { header: 'x-robots-tag', value: 'noindex', override: true },
      ],
    },
  });
