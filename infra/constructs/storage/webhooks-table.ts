import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { RETAINED_TABLE } from './retained-table.ts';

/** Where the company's systems are told of events, and for 30 days what went there. */
export class WebhooksTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...RETAINED_TABLE,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
  }

  /** Register, change and delete endpoints, and see what went to them. */
  grantManage(keeper: SigilloFunction): void {
    this.#grant(keeper, [
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:DeleteItem',
    ]);
  }

  /** Read endpoints and switch them off; record attempts. */
  grantDeliver(poster: SigilloFunction): void {
    this.#grant(poster, [
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
  }

  #grant(user: SigilloFunction, actions: string[]) {
    user.setVariables({ WEBHOOKS_TABLE: this.table.tableName });
    user.allow(actions, [this.table.tableArn]);
  }
}
