import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { RETAINED_TABLE } from './retained-table.ts';

/**
 * The append-only record of every envelope. No role may update an entry; none is deleted before
 * `evidenceYears` have passed.
 */
export class LedgerTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...RETAINED_TABLE,
      partitionKey: { name: 'envelopeId', type: AttributeType.STRING },
      sortKey: { name: 'seq', type: AttributeType.NUMBER },
      stream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
  }

  get streamArn(): string {
    const arn = this.table.tableStreamArn;
    if (!arn) throw new Error('The ledger has no stream');
    return arn;
  }

  grantRead(reader: SigilloFunction): void {
    reader.setVariables({ LEDGER_TABLE: this.table.tableName });
    reader.allow(['dynamodb:Query'], [this.table.tableArn]);
  }

  /** A failed conditional put returns the entry that won (ReturnValuesOnConditionCheckFailure). */
  grantAppend(writer: SigilloFunction): void {
    this.grantRead(writer);
    writer.allow(['dynamodb:PutItem'], [this.table.tableArn]);
  }

  /** Delete what is past its retention. */
  grantDelete(forgetter: SigilloFunction): void {
    this.grantRead(forgetter);
    forgetter.allow(['dynamodb:BatchWriteItem'], [this.table.tableArn]);
  }

  /** Read the stream. Lambda polls it with the follower's role. */
  grantReadStream(follower: SigilloFunction): void {
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    follower.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.streamArn],
    );
  }
}
