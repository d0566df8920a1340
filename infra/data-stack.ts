import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundles } from './bundles.ts';
import type { Config } from './config.ts';
import { AccessTable } from './constructs/access-table.ts';
import { Alarms } from './constructs/alarms.ts';
import { CompanyKeys } from './constructs/company-keys.ts';
import { DocumentStore } from './constructs/document-store.ts';
import { EnvelopesTable } from './constructs/envelopes-table.ts';
import { LedgerTable } from './constructs/ledger-table.ts';
import { PublicVerifier } from './constructs/public-verifier.ts';
import { RecordsTable } from './constructs/records-table.ts';
import { SenderPool } from './constructs/sender-pool.ts';

export interface DataStackProps extends StackProps {
  readonly config: Config;
  readonly bundles: Bundles;
  readonly appUrl: string;
}

/** What must outlive every release: the state, the keys, who may send, and the public verifier. */
export class DataStack extends Stack {
  readonly ledger = new LedgerTable(this, 'Ledger');
  readonly access = new AccessTable(this, 'Access');
  readonly envelopes = new EnvelopesTable(this, 'Envelopes');
  readonly records = new RecordsTable(this, 'Records');
  readonly keys = new CompanyKeys(this, 'Keys');
  readonly documents: DocumentStore;
  readonly alarms: Alarms;
  readonly senders: { readonly issuer: string; readonly audience: string };
  readonly verifierUrl: string;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, {
      ...props,
      description: 'Sigillo: state, keys, senders and the public verifier',
      terminationProtection: true,
    });
    const { config, bundles, appUrl } = props;
    this.documents = new DocumentStore(this, 'Documents', {
      appUrl,
      documentDays: config.retention.documentDays,
    });
    this.alarms = new Alarms(this, 'Alarms', { mail: config.alarmMail });
    this.senders = this.#senders(config, appUrl);
    const { documents, records, alarms } = this;
    const verifier = { config, bundles, alarms, records, documents };
    this.verifierUrl = new PublicVerifier(this, 'PublicVerifier', verifier).url;
  }

  #senders({ identity, administrators }: Config, appUrl: string) {
    if (identity.kind === 'issuer') return identity;
    return new SenderPool(this, 'Senders', {
      callbackUrls: [`${appUrl}/console`, ...identity.callbackUrls],
      domainPrefix: identity.domainPrefix,
      administratorGroup: administrators.value,
    });
  }
}
