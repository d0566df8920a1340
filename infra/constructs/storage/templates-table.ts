import { AttributeType, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { BACKED_UP_TABLE } from './retained-table.ts';

/** Index → its partition key; each is sorted by `place`. */
const INDEXES = {
  /** Index partitions: the company's templates, those of one owner, and those to be removed. */
  'list-updated': 'list',
  'all-updated': 'all',
} as const;

/** One item per template; the contents of its versions are in the bucket, under `templates/`. */
export class TemplatesTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', BACKED_UP_TABLE);
    for (const [indexName, key] of Object.entries(INDEXES))
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: key, type: AttributeType.STRING },
        sortKey: { name: 'place', type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: ['head', 'seq'],
      });
  }

  /** Create, list, read and change templates. A failed conditional put returns the existing item. */
  grantReadWrite(keeper: SigilloFunction): void {
    this.#grant(keeper, ['dynamodb:GetItem', 'dynamodb:PutItem']);
    this.#grantQuery(keeper, 'list-updated', 'all-updated');
  }

  /** Find and delete templates that were deleted or never completed. */
  grantDelete(forgetter: SigilloFunction): void {
    this.#grant(forgetter, ['dynamodb:DeleteItem']);
    this.#grantQuery(forgetter, 'list-updated');
  }

  #grant(user: SigilloFunction, actions: string[]) {
    user.setVariables({ TEMPLATES_TABLE: this.table.tableName });
    user.allow(actions, [this.table.tableArn]);
  }

  #grantQuery(reader: SigilloFunction, ...indexes: readonly (keyof typeof INDEXES)[]) {
    reader.allow(
      ['dynamodb:Query'],
      indexes.map((index) => `${this.table.tableArn}/index/${index}`),
    );
  }
}
