import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** A host name of the company's, and its ACM certificate, which must be in us-east-1 for CloudFront. */
export interface OwnDomain {
  readonly domain: string;
  readonly certificateArn: string;
}

/** The properties that make a distribution serve the domain. */
export const ownDomain = (scope: Construct, { domain, certificateArn }: OwnDomain) => ({
  domainNames: [domain],
  certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
  minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
});
