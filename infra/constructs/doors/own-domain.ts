import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** A host name of the company's, and its certificate in us-east-1. */
export interface OwnDomain {
  readonly domain: string;
  readonly certificateArn: string;
}

/** Of a distribution that answers to it. */
export const ownDomain = (scope: Construct, { domain, certificateArn }: OwnDomain) => ({
  domainNames: [domain],
  certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
  minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
});
