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
import { globalName } from '../../stacks/naming.ts';
import { documentsOrigin } from '../storage/document-store.ts';
import { signInPrefix } from './sender-pool.ts';

/** Origins of the issuer's discovery document and of its token endpoint, which the console fetches. */
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

/** CSP hash of the inline style sheet with the company's colour. */
const accentSource = ({ company }: Config): string =>
  `'sha256-${createHash('sha256').update(accentStyle(company.colour)).digest('base64')}'`;

/**
 * Scripts and styles come from our own files, except the inline style with the company's colour. Images may
 * be `blob:` and `data:`: drawn or photographed signatures.
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

/** Response headers of every page and every static file. */
export const pageHeaders = (scope: Construct, id: string, config: Config): ResponseHeadersPolicy =>
  headersPolicy(scope, id, contentSecurityPolicy(config));

/** The signing page may also use the computer's camera, to photograph a signature or stamp. */
export const signingPageHeaders = (
  scope: Construct,
  id: string,
  config: Config,
): ResponseHeadersPolicy => headersPolicy(scope, id, contentSecurityPolicy(config), '(self)');

/** Response headers below `api/`, including those of errors that API Gateway answers itself. */
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
