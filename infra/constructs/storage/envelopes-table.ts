import { Validations } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { KEPT_TABLE } from './kept-table.ts';

/** Index → its partition key; each is sorted by `updatedAt`. */
const INDEXES = {
  'owner-updated': 'owner',
  'status-updated': 'status',
  /** Administrators see everyone's: the attribute holds the same value in every item. */
  'all-updated': 'all',
} as const;

type IndexName = keyof typeof INDEXES | typeof DUE;

/** Sparse: only what may become due is in it. */
const DUE = 'due';

/**
 * The console's list, which the relay writes and can rebuild from the ledger. CloudFormation makes or
 * removes one index of a table in one update: no release may change two (docs/decisions/the-list.md).
 */
export class EnvelopesTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...KEPT_TABLE,
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

  letList(reader: SigilloFunction, ...indexes: readonly IndexName[]): void {
    reader.setVariables({ ENVELOPES_TABLE: this.table.tableName });
    reader.allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${this.table.tableArn}/index/${index}`),
    );
  }

  letWrite(writer: SigilloFunction): void {
    writer.setVariables({ ENVELOPES_TABLE: this.table.tableName });
    writer.allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [this.table.tableArn]);
  }

  /** The rows of what was found by its words. */
  letSearch(reader: SigilloFunction): void {
    reader.allow(['dynamodb:BatchGetItem'], [this.table.tableArn]);
  }

  /** To know whether every row has its group and its words. */
  letSeePasses(reader: SigilloFunction): void {
    reader.allow(['dynamodb:GetItem'], [this.table.tableArn]);
  }

  /** To have envelopes looked at. */
  letMakeDue(writer: SigilloFunction): void {
    writer.allow(['dynamodb:UpdateItem'], [this.table.tableArn]);
  }

  /** To query what is due and list every unfinished envelope. */
  letWatch(watcher: SigilloFunction): void {
    this.letList(watcher, 'due', 'status-updated', 'all-updated');
    this.letSeePasses(watcher);
    this.letMakeDue(watcher);
  }

  /** To find and delete what is past its retention. */
  letForget(forgetter: SigilloFunction): void {
    this.letList(forgetter, 'status-updated');
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
