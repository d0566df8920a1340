import { AttributeType, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { KEPT_TABLE } from './kept-table.ts';

/** Index → its partition key; each is sorted by `place`. */
const INDEXES = {
  /** The company's, one owner's own, and those that are to be removed. */
  'list-updated': 'list',
  'all-updated': 'all',
} as const;

/** One item a template; what its versions hold lies in the bucket, below `templates/`. */
export class TemplatesTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...KEPT_TABLE,
      partitionKey: { name: 'id', type: AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    for (const [indexName, key] of Object.entries(INDEXES))
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: key, type: AttributeType.STRING },
        sortKey: { name: 'place', type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: ['head', 'seq'],
      });
  }

  /** To make, list, read and change templates. A put that lost is answered what stands there. */
  letKeep(keeper: SigilloFunction): void {
    this.#let(keeper, ['dynamodb:GetItem', 'dynamodb:PutItem']);
    this.#letQuery(keeper, 'list-updated', 'all-updated');
  }

  /** To find and delete those that were deleted, or never finished. */
  letForget(forgetter: SigilloFunction): void {
    this.#let(forgetter, ['dynamodb:DeleteItem']);
    this.#letQuery(forgetter, 'list-updated');
  }

  #let(user: SigilloFunction, actions: string[]) {
    user.setVariables({ TEMPLATES_TABLE: this.table.tableName });
    user.allow(actions, [this.table.tableArn]);
  }

  #letQuery(reader: SigilloFunction, ...indexes: readonly (keyof typeof INDEXES)[]) {
    reader.allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${this.table.tableArn}/index/${index}`),
    );
  }
}
