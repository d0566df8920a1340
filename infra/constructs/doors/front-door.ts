import { readFileSync } from 'node:fs';
import { Fn, RemovalPolicy, type SecretValue, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type IOriginRequestPolicy,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Config } from '../../config.ts';
import { privacyPaths } from '../../pages/privacy-pages.ts';
import { globalName } from '../../stacks/naming.ts';
import { ownDomain } from './own-domain.ts';
import { apiHeaders, pageHeaders, signingPageHeaders } from './page-headers.ts';
import type { StaticPages } from './static-pages.ts';
import { UNCACHED_ERRORS } from './uncached-errors.ts';

const ROUTE_PAGES = new URL('../../edge/route-pages.js', import.meta.url);

export interface FrontDoorProps {
  readonly config: Config;
  readonly pages: StaticPages;
  readonly api: HttpApi;
}

/** One origin for pages and API, so that the session cookie can be SameSite=Strict and the API needs no CORS. */
export class FrontDoor extends Construct {
  readonly domainName: string;
  /** Header value that only the distribution sends; with it the API trusts the viewer address in the request. */
  readonly originSecret: SecretValue;
  readonly secretArn: string;

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    const secret = this.#secret();
    this.originSecret = secret.secretValue;
    this.secretArn = secret.secretArn;
    const distribution = this.#distribution(props);
    acknowledge(distribution, props.config);
    this.domainName = distribution.distributionDomainName;
  }

  #secret() {
    const secret = new Secret(this, 'OriginSecret', {
      description: 'Sigillo: by which the API knows its own distribution',
      generateSecretString: { excludePunctuation: true, passwordLength: 48 },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Distribution and function read it at deployment: a rotation between two would part them.',
    });
    return secret;
  }

  #distribution({ config, pages, api }: FrontDoorProps) {
    const routed = {
      origin: this.#files(pages),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: pageHeaders(this, 'Headers', config),
      functionAssociations: this.#routing(config),
    };
    const { domain, certificateArn } = config;
    const calls = this.#calls(api);
    const { ALL_VIEWER_EXCEPT_HOST_HEADER } = OriginRequestPolicy;
    return new Distribution(this, 'Distribution', {
      comment: 'Sigillo: pages and API',
      ...(domain && certificateArn && ownDomain(this, { domain, certificateArn })),
      ...(config.webAclArn && { webAclId: config.webAclArn }),
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'console',
      errorResponses: UNCACHED_ERRORS,
      defaultBehavior: { ...routed, cachePolicy: CachePolicy.CACHING_DISABLED },
      additionalBehaviors: {
        'sign*': {
          ...routed,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          responseHeadersPolicy: signingPageHeaders(this, 'SigningHeaders', config),
        },
        'assets/*': { ...routed, cachePolicy: CachePolicy.CACHING_OPTIMIZED },
        'api/sign/*': { ...calls, originRequestPolicy: this.#signersHeaders() },
        'api/*': { ...calls, originRequestPolicy: ALL_VIEWER_EXCEPT_HOST_HEADER },
      },
    });
  }

  #files({ bucket }: StaticPages) {
    const originAccessControl = new S3OriginAccessControl(this, 'PagesAccess', {
      originAccessControlName: globalName(this, 'pages'),
    });
    return S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl });
  }

  /**
   * Runs the edge function on request and response: it maps altered page addresses to the page, and unknown
   * ones to our not-found page.
   */
  #routing(config: Config) {
    const atEdge = new EdgeFunction(this, 'RoutePages', {
      comment: 'Sigillo: which page an address means',
      code: FunctionCode.fromInline(routing(privacyPaths(config))),
      runtime: FunctionRuntime.JS_2_0,
    });
    return [FunctionEventType.VIEWER_REQUEST, FunctionEventType.VIEWER_RESPONSE].map(
      (eventType) => ({ function: atEdge, eventType }),
    );
  }

  /** Nothing is cached. The viewer's address is forwarded together with the distribution's secret. */
  #calls(api: HttpApi): BehaviorOptions {
    return {
      origin: new HttpOrigin(hostOf(api), {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        customHeaders: { 'x-origin-secret': this.originSecret.unsafeUnwrap() },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      responseHeadersPolicy: apiHeaders(this, 'ApiHeaders'),
      cachePolicy: CachePolicy.CACHING_DISABLED,
      allowedMethods: AllowedMethods.ALLOW_ALL,
    };
  }

  /**
   * CloudFront-generated headers can be forwarded only by an allow list, and an allow list cannot contain
   * Authorization.
   */
  #signersHeaders(): IOriginRequestPolicy {
    return new OriginRequestPolicy(this, 'SignersHeaders', {
      originRequestPolicyName: globalName(this, 'signers-headers'),
      comment: "A signer's request, with the address it came from",
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'accept',
        'accept-language',
        'cloudfront-viewer-address',
        'content-type',
        'origin',
        'user-agent',
      ),
      cookieBehavior: OriginRequestCookieBehavior.all(),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    });
  }
}

/** The CloudFront Function's code, with this company's additional pages filled in. */
export function routing(further: readonly string[]): string {
  const code = readFileSync(ROUTE_PAGES, 'utf8');
  return code.replace(/^var FURTHER = \[\];/m, () => `var FURTHER = ${JSON.stringify(further)};`);
}

/** `https://host` → `host`, for a URL that is a deploy-time token. */
const hostOf = (api: HttpApi) => Fn.select(2, Fn.split('/', api.apiEndpoint));

function acknowledge(distribution: Distribution, { domain, webAclArn }: Config) {
  const reasons: Record<string, string> = {
    'AwsSolutions-CFR1': 'A signer may be in any country.',
    ...(!webAclArn && {
      'AwsSolutions-CFR2':
        'Throttling stands in the API, tries are counted per party; `webAclArn` names a firewall.',
    }),
    'AwsSolutions-CFR3':
      'The API logs its calls and the ledger who did what; a log of page loads would only gather addresses.',
    ...(!domain && {
      'AwsSolutions-CFR4':
        "CloudFront's own certificate allows no minimum; a company's own domain demands TLS 1.2.",
    }),
  };
  for (const [id, reason] of Object.entries(reasons))
    Validations.of(distribution).acknowledge({ id, reason });
}
