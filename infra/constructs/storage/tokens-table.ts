import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { RETAINED_TABLE } from './retained-table.ts';

/** Machines' API tokens, each by the SHA-256 of its secret. */
export class TokensTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...RETAINED_TABLE,
      partitionKey: { name: 'list', type: AttributeType.STRING },
      sortKey: { name: 'id', type: AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
  }

  /** Look tokens up, make and withdraw them, and write when they were used. */
  grantReadWrite(door: SigilloFunction): void {
    this.grantUse(door);
    door.allow(['dynamodb:Query', 'dynamodb:PutItem'], [this.table.tableArn]);
  }

  /** Look tokens up, and write when they were used. */
  grantUse(door: SigilloFunction): void {
    const { tableName, tableArn } = this.table;
    door.setVariables({ TOKENS_TABLE: tableName });
    door.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [tableArn]);
  }
}
