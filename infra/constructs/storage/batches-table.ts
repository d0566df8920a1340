import { AttributeType, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { RETAINED_TABLE } from './retained-table.ts';

/** Index → its partition key; each is sorted by `place`. Items of rows are in neither. */
const INDEXES = { 'owner-created': 'owner', 'all-created': 'all' } as const;

type Index = keyof typeof INDEXES;

/** Sendings to many: one item a batch (`row` 0), and one for each of its rows that was taken. */
export class BatchesTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...RETAINED_TABLE,
      partitionKey: { name: 'id', type: AttributeType.STRING },
      sortKey: { name: 'row', type: AttributeType.NUMBER },
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    for (const [indexName, key] of Object.entries(INDEXES))
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: key, type: AttributeType.STRING },
        sortKey: { name: 'place', type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
  }

  /** Make, list, read and steer batches. A failed conditional put returns the existing item. */
  grantSteer(sender: SigilloFunction): void {
    this.#grant(sender, ['owner-created', 'all-created']);
  }

  /** Take rows, and find batches that stand still. */
  grantTake(taker: SigilloFunction): void {
    this.#grant(taker, ['all-created']);
  }

  #grant(user: SigilloFunction, indexes: readonly Index[]) {
    const { tableName, tableArn } = this.table;
    user.setVariables({ BATCHES_TABLE: tableName });
    user.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], [tableArn]);
    user.allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${tableArn}/index/${index}`),
    );
  }
}
