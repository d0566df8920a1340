import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from './sigillo-function.ts';

/** Index → its partition key; each is sorted by `updatedAt`. */
const INDEXES = {
  'owner-updated': 'owner',
  'status-updated': 'status',
  /** Administrators see everyone's: the attribute holds the same value in every item. */
  'all-updated': 'all',
} as const;

/** The console's list, which the relay writes and can rebuild from the ledger. */
export class EnvelopesTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, key] of Object.entries(INDEXES)) this.#addIndex(indexName, key);
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'Holds nothing of its own: it is rebuilt from the ledger, which has the backup.',
    });
  }

  letList(reader: SigilloFunction, ...indexes: (keyof typeof INDEXES)[]): void {
    reader.setVariables({ ENVELOPES_TABLE: this.table.tableName });
    reader.allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${this.table.tableArn}/index/${index}`),
    );
  }

  letWrite(writer: SigilloFunction): void {
    writer.setVariables({ ENVELOPES_TABLE: this.table.tableName });
    writer.allow(['dynamodb:PutItem'], [this.table.tableArn]);
  }

  /** To find and delete what is kept no longer. */
  letForget(forgetter: SigilloFunction): void {
    this.letList(forgetter, 'status-updated');
    forgetter.allow(['dynamodb:DeleteItem'], [this.table.tableArn]);
  }

  #addIndex(indexName: string, key: string) {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: key, type: AttributeType.STRING },
      sortKey: { name: 'updatedAt', type: AttributeType.STRING },
    });
  }
}
