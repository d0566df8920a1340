import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { company } from '../../infra/company.ts';
import { type CompanyConfig, Config } from '../../infra/config.ts';
import { accentStyle } from '../../shared/contract/brand/accent-style.ts';
import { Synthesized } from './synthesized.ts';

const app = new Synthesized();
const distribution = app.one('CloudFront::Distribution').Properties.DistributionConfig;
const [files, api] = distribution.Origins;

interface Behaviour {
  readonly PathPattern: string;
  readonly TargetOriginId: string;
  readonly OriginRequestPolicyId?: unknown;
}

describe('the pages', () => {
  const bucket = app.one('S3::Bucket', 'Pages').Properties;

  test('lie in a bucket that only the distribution may read', () => {
    expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    const statements = app.statements(
      app.one('S3::BucketPolicy', 'Pages').Properties.PolicyDocument,
    );
    const allowed = statements.filter(({ effect }) => effect === 'Allow');
    expect(allowed).toMatchObject([
      {
        actions: ['s3:GetObject'],
        condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      },
    ]);
    expect(files.OriginAccessControlId).toBeDefined();
  });

  test('are never kept by a cache, and what they load is kept for a year', () => {
    const deployments = app.resources.filter(({ Type }) => Type === 'Custom::CDKBucketDeployment');
    expect(
      deployments.map(({ Properties }) => [
        Properties.DestinationBucketKeyPrefix,
        Properties.SystemMetadata['cache-control'],
        Properties.Prune,
      ]),
    ).toEqual([
      ['assets', 'public, max-age=31536000, immutable', false],
      [undefined, 'no-store', false],
    ]);
  });

  test('run only scripts of their own, and no other site shows them', () => {
    const { SecurityHeadersConfig, CustomHeadersConfig } = app.one(
      'CloudFront::ResponseHeadersPolicy',
      'FrontDoorHeaders',
    ).Properties.ResponseHeadersPolicyConfig;
    const policy = app.read(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);
    const accent = createHash('sha256')
      .update(accentStyle(company.company.colour!))
      .digest('base64');
    expect(policy).toContain(
      `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${accent}';`,
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain('https://sigillo-documents-AccountId-Region.s3.Region.');
    expect(SecurityHeadersConfig).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
    });
    expect(CustomHeadersConfig.Items).toEqual(
      Object.entries({
        'permissions-policy': expect.stringContaining('camera=()'),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-robots-tag': 'noindex',
      }).map(([Header, Value]) => ({ Header, Override: true, Value })),
    );
  });
});

test('the API’s answers carry a policy of their own under every path, and the pages theirs', () => {
  const policyOf = ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId?: { Ref: string } }) =>
    ResponseHeadersPolicyId?.Ref.replace(/[0-9A-F]{8}$/, '');
  const { DefaultCacheBehavior, CacheBehaviors } = distribution;
  expect(policyOf(DefaultCacheBehavior)).toBe('FrontDoorHeaders');
  expect(CacheBehaviors.map((one: Behaviour) => [one.PathPattern, policyOf(one as never)])).toEqual(
    [
      ['sign*', 'FrontDoorSigningHeaders'],
      ['assets/*', 'FrontDoorHeaders'],
      ['api/sign/*', 'FrontDoorApiHeaders'],
      ['api/*', 'FrontDoorApiHeaders'],
    ],
  );
  const { SecurityHeadersConfig } = app.one(
    'CloudFront::ResponseHeadersPolicy',
    'FrontDoorApiHeaders',
  ).Properties.ResponseHeadersPolicyConfig;
  expect(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toBe(
    "default-src 'none'; frame-ancestors 'none'",
  );
});

test('only the signing page may use a camera, under the same policy for content', () => {
  const config = (id: string) =>
    app.one('CloudFront::ResponseHeadersPolicy', id).Properties.ResponseHeadersPolicyConfig;
  const [pages, signing] = [config('FrontDoorHeaders'), config('FrontDoorSigningHeaders')];
  expect(signing.SecurityHeadersConfig).toEqual(pages.SecurityHeadersConfig);
  expect(JSON.stringify(signing.CustomHeadersConfig).replace('camera=(self)', 'camera=()')).toBe(
    JSON.stringify(pages.CustomHeadersConfig),
  );
});

describe('the console may call, beside the API and the documents,', () => {
  function called(identity?: CompanyConfig['identity']) {
    const app = new Synthesized(identity ? { ...company, identity } : company);
    const { ContentSecurityPolicy } = app.one(
      'CloudFront::ResponseHeadersPolicy',
      'FrontDoorHeaders',
    ).Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
    const policy = app.read(ContentSecurityPolicy.ContentSecurityPolicy);
    return /connect-src 'self' \S+ ([^;]*);/.exec(policy)?.[1]?.split(' ');
  }
  const issuer = {
    kind: 'issuer',
    issuer: 'https://login.aurora.example/it',
    audience: 'c',
  } as const;
  const tokenOrigin = 'https://aurora.auth.eu-south-1.amazoncognito.com';

  test('both origins of the pool made here: its discovery document and its tokens have one each', () => {
    expect(called()).toEqual([
      'https://cognito-idp.Region.URLSuffix',
      'https://sigillo-AccountId.auth.Region.amazoncognito.com',
    ]);
  });

  test('an outside issuer, and where it has its token endpoint if that is elsewhere', () => {
    expect(called(issuer)).toEqual(['https://login.aurora.example']);
    expect(called({ ...issuer, tokenOrigin })).toEqual([
      'https://login.aurora.example',
      tokenOrigin,
    ]);
  });

  test.each([
    'http://login.example',
    'https://login.example/token',
    'https://a.example;',
    "'self'",
  ])('but never %s as a token origin', (wrong) => {
    const identity = { ...issuer, tokenOrigin: wrong };
    expect(Config.safeParse({ ...company, identity }).success).toBe(false);
  });

  test('nor an issuer whose name would begin another rule of the policy', () => {
    const identity = { ...issuer, issuer: "https://a.example;script-src'" };
    expect(Config.safeParse({ ...company, identity }).success).toBe(false);
  });
});

describe('the distribution', () => {
  const behaviours: Behaviour[] = distribution.CacheBehaviors;

  test('hands /api to the API, a signer’s before all others, and the rest to the files', () => {
    expect(
      behaviours.map(({ PathPattern, TargetOriginId }) => [PathPattern, TargetOriginId]),
    ).toEqual([
      ['sign*', files.Id],
      ['assets/*', files.Id],
      ['api/sign/*', api.Id],
      ['api/*', api.Id],
    ]);
    expect(distribution.DefaultCacheBehavior.TargetOriginId).toBe(files.Id);
    expect(app.read(distribution.DefaultCacheBehavior.ViewerProtocolPolicy)).toBe(
      'redirect-to-https',
    );
  });

  test('tells the API where a signer is', () => {
    const { HeadersConfig, CookiesConfig } = app.one('CloudFront::OriginRequestPolicy').Properties
      .OriginRequestPolicyConfig;
    expect(HeadersConfig.Headers).toContain('cloudfront-viewer-address');
    expect(CookiesConfig.CookieBehavior).toBe('all');
  });

  test('answers a company’s own domain with its certificate, by TLS 1.2 at least', () => {
    const certificateArn =
      'arn:aws:acm:us-east-1:123456789012:certificate/0b0a3b1c-1111-2222-3333-444455556666';
    const other = new Synthesized({ ...company, domain: 'firma.aurora.example', certificateArn });
    const { Aliases, ViewerCertificate } = other.one('CloudFront::Distribution', 'FrontDoor')
      .Properties.DistributionConfig;
    expect(Aliases).toEqual(['firma.aurora.example']);
    expect(ViewerCertificate).toMatchObject({
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
  });

  test('a domain without a certificate is refused', () => {
    const parsed = Config.safeParse({ ...company, domain: 'firma.aurora.example' });
    expect(parsed.error?.issues[0]?.message).toBe('goes with domain: both or neither');
  });
});

describe('the verifier under a domain of the company’s', () => {
  const verifierDomain = 'verifica.aurora.example';
  const verifierCertificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0b0a3b1c';
  const other = new Synthesized({ ...company, verifierDomain, verifierCertificateArn });
  const { DistributionConfig: door } = other.one(
    'CloudFront::Distribution',
    'VerifierDoor',
  ).Properties;

  test('has a distribution with its certificate, by TLS 1.2 at least', () => {
    expect(door.Aliases).toEqual([verifierDomain]);
    expect(door.ViewerCertificate).toMatchObject({
      AcmCertificateArn: verifierCertificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
  });

  test('hands every request to the function URL, which stays open to the QR codes of before', () => {
    const [origin] = door.Origins;
    expect(door.Origins).toHaveLength(1);
    expect(JSON.stringify(origin.DomainName)).toContain('PublicVerifierFunctionFunctionUrl');
    expect(origin.OriginAccessControlId).toBeUndefined();
    expect(other.one('Lambda::Url').Properties.AuthType).toBe('NONE');
    expect(door.DefaultCacheBehavior).toMatchObject({
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      ViewerProtocolPolicy: 'redirect-to-https',
    });
  });

  test('is printed in what is sealed, and so is the DNS record that it needs', () => {
    const { Variables } = other.one('Lambda::Function', 'TasksSeal').Properties.Environment;
    expect(Variables.VERIFIER_URL).toBe(`https://${verifierDomain}`);
    expect(other.read(other.output('VerifierDnsRecord'))).toMatch(
      /^verifica\.aurora\.example CNAME VerifierDoorDistribution\w+\.DomainName$/,
    );
  });

  test('is refused without a certificate', () => {
    const parsed = Config.safeParse({ ...company, verifierDomain });
    expect(parsed.error?.issues[0]?.message).toBe('goes with verifierDomain: both or neither');
  });

  test('and the pages: no error is kept and answered to somebody else', () => {
    const statuses = [404, 414, 500, 501, 502, 503, 504];
    for (const { Properties } of other.of('CloudFront::Distribution'))
      expect(Properties.DistributionConfig.CustomErrorResponses).toEqual(
        statuses.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
      );
  });
});
