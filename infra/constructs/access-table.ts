import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from './sigillo-function.ts';

/** Links, codes, sessions and task tokens, each keyed by the hash of its secret. */
export class AccessTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'A restored link or code would be one that had expired or been revoked: no backup.',
    });
  }

  letReadWrite(user: SigilloFunction): void {
    this.#let(user, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  letWrite(writer: SigilloFunction): void {
    this.#let(writer, ['dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  letRead(reader: SigilloFunction): void {
    this.#let(reader, ['dynamodb:GetItem']);
  }

  #let(user: SigilloFunction, actions: string[]) {
    user.setVariable('ACCESS_TABLE', this.table.tableName);
    user.allow(actions, [this.table.tableArn]);
  }
}
