import { Validations } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { RETAINED_TABLE } from './retained-table.ts';

/** The public record of a document, by envelope id or file hash. */
export class RecordsTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...RETAINED_TABLE,
      partitionKey: { name: 'id', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'by-sha256',
      partitionKey: { name: 'sha256', type: AttributeType.STRING },
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason:
        'Holds nothing of its own: `npm run operate -- restore` makes it of the ledger, which has the backup.',
    });
  }

  grantRead(reader: SigilloFunction): void {
    reader.setVariables({ RECORDS_TABLE: this.table.tableName });
    reader.allow(['dynamodb:GetItem'], [this.table.tableArn]);
    reader.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/by-sha256`]);
  }

  grantWrite(writer: SigilloFunction): void {
    writer.setVariables({ RECORDS_TABLE: this.table.tableName });
    writer.allow(['dynamodb:PutItem'], [this.table.tableArn]);
  }
}
