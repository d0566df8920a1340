import { CfnOutput, Fn, Stack, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import { type OwnDomain, ownDomain } from './own-domain.ts';
import { UNCACHED_ERRORS } from './uncached-errors.ts';

export interface VerifierDoorProps {
  readonly own: OwnDomain;
  /** The Lambda function URL, with a trailing slash. */
  readonly functionUrl: string;
  readonly webAclArn: string | undefined;
}

/**
 * The company's own domain in front of the verifier. The function URL stays public: QR codes printed before
 * the domain contain it, and restricting it to CloudFront (origin access control) would require browsers to
 * send the SHA-256 of each request body (docs/decisions/verifier-domain.md).
 */
export class VerifierDoor extends Construct {
  constructor(scope: Construct, id: string, { own, functionUrl, webAclArn }: VerifierDoorProps) {
    super(scope, id);
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Sigillo: public verifier',
      ...ownDomain(this, own),
      ...(webAclArn && { webAclId: webAclArn }),
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: new HttpOrigin(Fn.select(2, Fn.split('/', functionUrl)), {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
      errorResponses: UNCACHED_ERRORS,
    });
    for (const [id, reason] of Object.entries(reasons(webAclArn)))
      Validations.of(distribution).acknowledge({ id, reason });
    const value = `${own.domain} CNAME ${distribution.distributionDomainName}`;
    new CfnOutput(Stack.of(this), 'VerifierDnsRecord', { value });
  }
}

const reasons = (webAclArn: string | undefined) => ({
  'AwsSolutions-CFR1': 'A document may be verified in any country.',
  ...(!webAclArn && {
    'AwsSolutions-CFR2': 'The verifier reads one row; `webAclArn` names a firewall.',
  }),
  'AwsSolutions-CFR3': 'A log of who verified what would only gather addresses.',
});
