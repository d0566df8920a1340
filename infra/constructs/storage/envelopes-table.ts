import { Validations } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { RETAINED_TABLE } from './retained-table.ts';

/** Index → its partition key; each is sorted by `updatedAt`. */
const INDEXES = {
  'owner-updated': 'owner',
  'status-updated': 'status',
  /** The partition key of the administrators' index: the same value in every item. */
  'all-updated': 'all',
} as const;

type IndexName = keyof typeof INDEXES | typeof DUE;

/** Sparse index: contains only envelopes for which something will become due. */
const DUE = 'due';

/**
 * The console's list, written by the relay and rebuildable from the ledger. CloudFormation creates or deletes
 * only one index of a table per update, so no release may change two (docs/decisions/the-list.md).
 */
export class EnvelopesTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...RETAINED_TABLE,
      partitionKey: { name: 'id', type: AttributeType.STRING },
    });
    for (const [indexName, key] of Object.entries(INDEXES)) this.#addIndex(indexName, key);
    this.#addDueIndex();
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason:
        'Holds nothing of its own: `npm run operate -- restore` makes it of the ledger, which has the backup.',
    });
  }

  grantList(reader: SigilloFunction, ...indexes: readonly IndexName[]): void {
    reader.setVariables({ ENVELOPES_TABLE: this.table.tableName });
    reader.allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${this.table.tableArn}/index/${index}`),
    );
  }

  grantWrite(writer: SigilloFunction): void {
    writer.setVariables({ ENVELOPES_TABLE: this.table.tableName });
    writer.allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [this.table.tableArn]);
  }

  /** Read the rows that a word search found. */
  grantSearch(reader: SigilloFunction): void {
    reader.allow(['dynamodb:BatchGetItem'], [this.table.tableArn]);
  }

  /** Read the rows that say whether every row has its group and its words yet. */
  grantReadPasses(reader: SigilloFunction): void {
    reader.allow(['dynamodb:GetItem'], [this.table.tableArn]);
  }

  /** Update the time at which an envelope is to be checked. */
  grantSetDue(writer: SigilloFunction): void {
    writer.allow(['dynamodb:UpdateItem'], [this.table.tableArn]);
  }

  /** Query what is due, and list all unfinished envelopes. */
  grantWatch(watcher: SigilloFunction): void {
    this.grantList(watcher, 'due', 'status-updated', 'all-updated');
    this.grantReadPasses(watcher);
    this.grantSetDue(watcher);
  }

  /** Find and delete what is past its retention. */
  grantDelete(forgetter: SigilloFunction): void {
    this.grantList(forgetter, 'status-updated');
    forgetter.allow(['dynamodb:GetItem', 'dynamodb:BatchWriteItem'], [this.table.tableArn]);
  }

  #addIndex(indexName: string, key: string) {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: key, type: AttributeType.STRING },
      sortKey: { name: 'updatedAt', type: AttributeType.STRING },
    });
  }
  #addDueIndex() {
    this.table.addGlobalSecondaryIndex({
      indexName: DUE,
      partitionKey: { name: 'due', type: AttributeType.STRING },
      sortKey: { name: 'dueAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
}
