import { CfnOutput, Fn, RemovalPolicies, Stack } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Bundles } from '../../build/bundles.ts';
import type { Config } from '../../config.ts';
import { type Alarms, READING } from '../alarms/alarms.ts';
import { setBranding } from '../set-branding.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import type { DocumentStore } from '../storage/document-store.ts';
import type { RecordsTable } from '../storage/records-table.ts';

export interface PublicVerifierProps {
  readonly config: Config;
  readonly bundles: Bundles;
  readonly alarms: Alarms;
  readonly records: RecordsTable;
  readonly documents: DocumentStore;
}

/** The public verification function. Its address is printed in every QR code, so it must survive every release. */
export class PublicVerifier extends Construct {
  /** Base URL for verification, without a trailing slash. */
  readonly url: string;
  /** The Lambda function URL, with a trailing slash. QR codes printed before the company set a domain contain it. */
  readonly functionUrl: string;

  constructor(scope: Construct, id: string, props: PublicVerifierProps) {
    super(scope, id);
    const { config, records, documents } = props;
    const verifier = new SigilloFunction(this, 'Verifier', {
      ...props,
      name: 'verifier',
      description: 'Answers anyone who verifies a document',
      errors: { impact: 'Nobody can verify a document, by its code, its QR or its file.' },
      reservedConcurrency: config.concurrency.verifier,
    });
    records.grantRead(verifier);
    documents.grant(verifier, { get: ['pki'] });
    setBranding(verifier, config);
    verifier.setVariables({ LANGUAGES: config.languages.join(',') });
    this.functionUrl = this.#openToAll(verifier, props.alarms);
    const { verifierDomain } = config;
    this.url = verifierDomain ? `https://${verifierDomain}` : withoutSlash(this.functionUrl);
    RemovalPolicies.of(this).retainOnUpdateOrDelete();
    new CfnOutput(Stack.of(this), 'VerifierUrl', { value: this.url });
  }

  #openToAll(verifier: SigilloFunction, alarms: Alarms) {
    const url = verifier.lambda.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    alarms.raise(verifier, 'verifier-5xx', {
      impact: 'People who verify a document see an error instead of an answer.',
      metric: verifier.lambda.metric('Url5xxCount', { period: READING, statistic: 'Sum' }),
      above: 0,
    });
    return url.url;
  }
}

/** `https://host/` → `https://host`, for a URL that is a deploy-time token. */
function withoutSlash(url: string) {
  const parts = Fn.split('/', url);
  return Fn.join('//', [Fn.select(0, parts), Fn.select(2, parts)]);
}
