import * as z from 'zod';
import { type Behaviour, Distribution, type Origin } from '../distribution/distribution.ts';
import { EdgeFunction } from '../distribution/edge-function.ts';
import { ErrorCache } from '../distribution/error-cache.ts';
import { StaticSite } from '../distribution/static-site.ts';
import type { HandleRequest } from '../http/listener.ts';
import { provisioner, type Target, unused } from './provisioner.ts';

const value = z.strictObject({ Override: z.literal(true) });

const HeadersPolicy = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    CustomHeadersConfig: z.strictObject({
      Items: z.array(value.extend({ Header: z.string(), Value: z.string() })),
    }),
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: value.extend({ ContentSecurityPolicy: z.string() }),
      ContentTypeOptions: value,
      FrameOptions: value.extend({ FrameOption: z.string() }),
      ReferrerPolicy: value.extend({ ReferrerPolicy: z.string() }),
      StrictTransportSecurity: value.extend({ AccessControlMaxAgeSec: z.number() }),
    }),
  }),
});

export const provisionHeadersPolicy = provisioner(HeadersPolicy, ({ name, properties }, target) => {
  const { CustomHeadersConfig, SecurityHeadersConfig } = properties.ResponseHeadersPolicyConfig;
  const security = SecurityHeadersConfig;
  const csp = security.ContentSecurityPolicy.ContentSecurityPolicy;
  target.responseHeaders.set(name, {
    'content-security-policy': withLocalOrigins(csp, target),
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': security.FrameOptions.FrameOption,
    ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
  });
  return { ref: name, attributes: { Id: name } };
});

/** Replaces AWS host names in a policy by this machine's corresponding addresses. */
const withLocalOrigins = (policy: string, { awsUrl, issuer }: Target): string =>
  policy
    .replace(/https:\/\/[\w.-]+\.s3\.[\w-]+\.amazonaws\.com/g, awsUrl)
    .replace(/https:\/\/(cognito-idp\.[\w-]+\.amazonaws|[\w.-]+\.amazoncognito)\.com/g, () => {
      return new URL(issuer).origin;
    });

const Deployment = z.strictObject({
  ServiceToken: unused,
  SourceBucketNames: unused,
  SourceObjectKeys: z.array(z.string()),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  WaitForDistributionInvalidation: unused,
  Prune: z.literal(false),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
  OutputObjectKeys: unused,
});

export const provisionDeployment = provisioner(Deployment, (request, target) => {
  const { properties, assets, name, logicalId } = request;
  for (const key of properties.SourceObjectKeys) {
    const folder = assets.get(key.replace(/\.zip$/, ''));
    if (!folder) throw new Error(`The assembly has no files for ${logicalId}`);
    siteOf(target, properties.DestinationBucketName).deploy({
      folder,
      prefix: properties.DestinationBucketKeyPrefix,
      headers: properties.SystemMetadata,
    });
  }
  return { ref: name, attributes: {} };
});

function siteOf({ sites }: Target, bucket: string): StaticSite {
  const site = sites.get(bucket) ?? new StaticSite();
  sites.set(bucket, site);
  return site;
}

/** AWS's managed cache policies, by their fixed ids. CloudFront compresses only under a policy that allows caching. */
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const CACHE_POLICIES = [CACHING_OPTIMIZED, CACHING_DISABLED] as const;

const EdgeFunctionOptions = z.strictObject({
  Name: z.string(),
  AutoPublish: z.literal(true),
  FunctionCode: z.string(),
  FunctionConfig: z.strictObject({
    Comment: unused,
    Runtime: z.literal('cloudfront-js-2.0'),
  }),
  Tags: unused,
});

export const provisionEdgeFunction = provisioner(
  EdgeFunctionOptions,
  ({ name, properties }, target) => {
    target.edgeFunctions.set(name, new EdgeFunction(properties.FunctionCode));
    return { ref: name, attributes: { FunctionARN: name } };
  },
);

const EDGE_EVENTS = ['viewer-request', 'viewer-response'] as const;

const CacheBehaviour = z.strictObject({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  ResponseHeadersPolicyId: z.string().optional(),
  AllowedMethods: unused,
  CachePolicyId: z.enum(CACHE_POLICIES),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.enum(EDGE_EVENTS), FunctionARN: z.string() }))
    .default([]),
  Compress: z.literal(true),
  OriginRequestPolicyId: unused,
  ViewerProtocolPolicy: unused,
});

const OriginOptions = z.strictObject({
  Id: z.string(),
  DomainName: z.string(),
  S3OriginConfig: z.unknown().optional(),
  OriginAccessControlId: unused,
  CustomOriginConfig: unused,
  OriginCustomHeaders: z
    .array(z.strictObject({ HeaderName: z.string(), HeaderValue: z.string() }))
    .default([]),
});

const DistributionOptions = z.strictObject({
  DistributionConfig: z.strictObject({
    Enabled: z.literal(true),
    Origins: z.array(OriginOptions),
    CacheBehaviors: z.array(CacheBehaviour).default([]),
    DefaultCacheBehavior: CacheBehaviour,
    DefaultRootObject: z.string().default(''),
    CustomErrorResponses: z
      .array(z.strictObject({ ErrorCode: z.int(), ErrorCachingMinTTL: z.number() }))
      .default([]),
    Aliases: z.array(z.string()).default([]),
    Comment: unused,
    HttpVersion: unused,
    IPV6Enabled: unused,
    WebACLId: unused,
    PriceClass: unused,
    ViewerCertificate: unused,
  }),
  Tags: unused,
});

/** Its alternate domain names resolve to its local address: see `aliasUrls` in local-target.ts. */
export const provisionDistribution = provisioner(
  DistributionOptions,
  ({ name, properties }, target) => {
    const config = properties.DistributionConfig;
    const origins = new Map(config.Origins.map((one) => [one.Id, toOrigin(one, target)]));
    const behaviours = [...config.CacheBehaviors, config.DefaultCacheBehavior].map(
      (one): Behaviour => ({
        pattern: one.PathPattern,
        packs: one.CachePolicyId === CACHING_OPTIMIZED,
        ...edgeOf(one.FunctionAssociations, target),
        origin: known(origins, one.TargetOriginId),
        headers: one.ResponseHeadersPolicyId
          ? known(target.responseHeaders, one.ResponseHeadersPolicyId)
          : {},
      }),
    );
    const seconds = config.CustomErrorResponses.map((one) => [
      one.ErrorCode,
      one.ErrorCachingMinTTL,
    ]);
    const errors = new ErrorCache(target.now, new Map(seconds as [number, number][]));
    const distribution = new Distribution(behaviours, config.DefaultRootObject, errors);
    const url = target.openDistribution((request, response) =>
      distribution.handle(request, response),
    );
    return { ref: name, attributes: { DomainName: new URL(url).host, Id: name } };
  },
);

function edgeOf(
  associations: z.output<typeof CacheBehaviour>['FunctionAssociations'],
  { edgeFunctions }: Target,
): Pick<Behaviour, 'onRequest' | 'onResponse'> {
  function at(event: (typeof EDGE_EVENTS)[number]) {
    const found = associations.find(({ EventType }) => EventType === event);
    return found && known(edgeFunctions, found.FunctionARN);
  }
  return { onRequest: at('viewer-request'), onResponse: at('viewer-response') };
}

function toOrigin(origin: z.output<typeof OriginOptions>, target: Target): Origin {
  if (origin.S3OriginConfig)
    return { kind: 'site', site: siteOf(target, origin.DomainName.replace(/\.s3\..*/, '')) };
  const headers = origin.OriginCustomHeaders.map((one) => [one.HeaderName, one.HeaderValue]);
  return {
    kind: 'server',
    handle: serverAt(origin.DomainName, target),
    headers: Object.fromEntries(headers),
  };
}

/** The HTTP API, or the function whose URL has this host. */
function serverAt(host: string, { apiEndpoint, httpApi, functionUrls }: Target): HandleRequest {
  if (new URL(apiEndpoint).host === host) return (...call) => httpApi.handle(...call);
  return known(functionUrls, host);
}

function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (!found) throw new Error(`The distribution refers to nothing: ${id}`);
  return found;
}
