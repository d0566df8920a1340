import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { KEPT_TABLE } from './kept-table.ts';

/**
 * The append-only record of every envelope: no role may change an entry, and none is deleted before
 * its `evidenceYears` are over.
 */
export class LedgerTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...KEPT_TABLE,
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

  letRead(reader: SigilloFunction): void {
    reader.setVariables({ LEDGER_TABLE: this.table.tableName });
    reader.allow(['dynamodb:Query'], [this.table.tableArn]);
  }

  /** A failed conditional put returns the entry that won (ReturnValuesOnConditionCheckFailure). */
  letAppend(writer: SigilloFunction): void {
    this.letRead(writer);
    writer.allow(['dynamodb:PutItem'], [this.table.tableArn]);
  }

  /** To delete what is past its retention. */
  letForget(forgetter: SigilloFunction): void {
    this.letRead(forgetter);
    forgetter.allow(['dynamodb:BatchWriteItem'], [this.table.tableArn]);
  }

  /** For Lambda, which reads the stream in the follower's name. */
  letFollow(follower: SigilloFunction): void {
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    follower.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.streamArn],
    );
  }
}
