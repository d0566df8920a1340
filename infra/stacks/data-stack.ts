import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundles } from '../build/bundles.ts';
import type { Config } from '../config.ts';
import { Alarms } from '../constructs/alarms/alarms.ts';
import { PublicVerifier } from '../constructs/doors/public-verifier.ts';
import { SenderPool } from '../constructs/doors/sender-pool.ts';
import { VerifierDoor } from '../constructs/doors/verifier-door.ts';
import { AccessTable } from '../constructs/storage/access-table.ts';
import { ArchiveStore } from '../constructs/storage/archive-store.ts';
import { BatchesTable } from '../constructs/storage/batches-table.ts';
import { CompanyKeys } from '../constructs/storage/company-keys.ts';
import { ContactsTable } from '../constructs/storage/contacts-table.ts';
import { DataTrail } from '../constructs/storage/data-trail.ts';
import { DocumentStore } from '../constructs/storage/document-store.ts';
import { EnvelopesTable } from '../constructs/storage/envelopes-table.ts';
import { LedgerTable } from '../constructs/storage/ledger-table.ts';
import { RecordsTable } from '../constructs/storage/records-table.ts';
import { TemplatesTable } from '../constructs/storage/templates-table.ts';
import { TokensTable } from '../constructs/storage/tokens-table.ts';
import { WebhooksTable } from '../constructs/storage/webhooks-table.ts';
import { exportValues } from './export-values.ts';
import type { WebStack } from './web-stack.ts';

export interface DataStackProps extends StackProps {
  readonly config: Config;
  readonly bundles: Bundles;
  readonly web: WebStack;
}

/** What must outlive every release: the state, the keys, who may send, and the public verifier. */
export class DataStack extends Stack {
  readonly ledger = new LedgerTable(this, 'Ledger');
  readonly access = new AccessTable(this, 'Access');
  readonly envelopes = new EnvelopesTable(this, 'Envelopes');
  readonly records = new RecordsTable(this, 'Records');
  readonly templates = new TemplatesTable(this, 'Templates');
  readonly contacts = new ContactsTable(this, 'Contacts');
  readonly tokens = new TokensTable(this, 'Tokens');
  readonly webhooks = new WebhooksTable(this, 'Webhooks');
  readonly batches = new BatchesTable(this, 'Batches');
  readonly keys = new CompanyKeys(this, 'Keys');
  readonly documents: DocumentStore;
  readonly archive: ArchiveStore;
  readonly alarms: Alarms;
  readonly senders: { issuer: string; audience: string };
  readonly verifierUrl: string;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, {
      ...props,
      description: 'Sigillo: state, keys, senders and the public verifier',
      terminationProtection: true,
    });
    const { config, bundles, web } = props;
    this.documents = new DocumentStore(this, 'Documents', {
      origins: [...new Set([web.firstUrl, web.appUrl])],
      documentDays: config.retention.documentDays,
      readers: config.readSigned,
    });
    this.archive = new ArchiveStore(this, 'Archive', config);
    this.alarms = new Alarms(this, 'Alarms', { mail: config.alarmMail });
    const pool = this.#pool(config, web);
    this.senders = config.identity.kind === 'issuer' ? config.identity : pool;
    const { documents, records, alarms } = this;
    const verifier = { config, bundles, alarms, records, documents };
    const { url, functionUrl } = new PublicVerifier(this, 'PublicVerifier', verifier);
    this.verifierUrl = url;
    const { verifierDomain: domain, verifierCertificateArn: certificateArn } = config;
    if (domain && certificateArn)
      new VerifierDoor(this, 'VerifierDoor', {
        own: { domain, certificateArn },
        functionUrl,
        webAclArn: config.webAclArn,
      });
    if (config.trail) this.#trail(config.trail.bucket);
    exportValues(this, [...this.#stored(), pool.issuer, pool.audience, functionUrl]);
  }

  #trail(recordsBucket: string) {
    const { documents } = this;
    new DataTrail(this, 'DataTrail', {
      recordsBucket,
      bucketArn: documents.bucket.bucketArn,
      tableArns: this.#tables().map(({ tableArn }) => tableArn),
    });
  }

  #tables() {
    const { ledger, access, envelopes, records, templates, contacts } = this;
    const { tokens, webhooks, batches } = this;
    const people = [templates, contacts, tokens, webhooks, batches];
    return [ledger, access, envelopes, records, ...people].map(({ table }) => table);
  }

  /** What the service takes of this stack. */
  #stored() {
    const { ledger, keys, documents, archive, alarms } = this;
    const { authority, seal, timestamp, codes, plans, webhooks } = keys;
    return [
      ...this.#tables().flatMap(({ tableArn, tableName }) => [tableArn, tableName]),
      ledger.streamArn,
      ...[authority, seal, timestamp, codes, plans, webhooks].map(({ keyArn }) => keyArn),
      documents.bucket.bucketArn,
      documents.bucket.bucketName,
      archive.bucket.bucketArn,
      archive.bucket.bucketName,
      alarms.topic.topicArn,
    ];
  }

  /** Also beside an issuer of the company's own: idle it costs nothing, and its users outlive a trial. */
  #pool({ identity, administrators }: Config, { firstUrl, appUrl }: WebStack) {
    const { callbackUrls, domainPrefix } =
      identity.kind === 'pool' ? identity : { callbackUrls: [], domainPrefix: undefined };
    const consoles = new Set([firstUrl, appUrl].map((url) => `${url}/console`));
    return new SenderPool(this, 'Senders', {
      callbackUrls: [...consoles, COMMAND_LINE, ...callbackUrls],
      domainPrefix,
      administratorGroup: groupOf(administrators),
    });
  }
}

/**
 * Where the command line waits for its user's browser (RFC 8252, 7.3; client/sign-in/redirect-address.ts).
 * Cognito compares the whole address, and takes plain HTTP for localhost.
 */
const COMMAND_LINE = 'http://localhost:14763/callback';

/** A claim of another issuer says nothing of the pool's groups. */
const groupOf = ({ claim, value }: Config['administrators']) =>
  claim === 'cognito:groups' ? value : 'admin';
