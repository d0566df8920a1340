import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { BACKED_UP_TABLE } from './retained-table.ts';

const INDEX = 'list-place';

/** The company's contacts, and their words, by which they are found. */
export class ContactsTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', BACKED_UP_TABLE);
    this.table.addGlobalSecondaryIndex({
      indexName: INDEX,
      partitionKey: { name: 'list', type: AttributeType.STRING },
      sortKey: { name: 'place', type: AttributeType.STRING },
    });
  }

  /** Grants adding contacts that are not there yet, with their words. */
  grantKeep(keeper: SigilloFunction): void {
    const { tableName, tableArn } = this.table;
    keeper.setVariables({ CONTACTS_TABLE: tableName });
    keeper.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], [tableArn]);
  }

  /** Grants adding, finding, changing and deleting contacts. */
  grantReadWriteDelete(keeper: SigilloFunction): void {
    const { tableName, tableArn } = this.table;
    keeper.setVariables({ CONTACTS_TABLE: tableName });
    keeper.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], [tableArn]);
    keeper.allow(['dynamodb:Query'], [`${tableArn}/index/${INDEX}`]);
  }
}
