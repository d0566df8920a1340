import { Validations } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { KEPT_TABLE } from './kept-table.ts';

/** Links, codes, sessions and task tokens, each keyed by the hash of its secret; and counts. */
export class AccessTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...KEPT_TABLE,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason:
        'A restored link or code may be one that had expired or been revoked: new ones are sent instead.',
    });
  }

  /** A signer's whole ceremony: links and sessions are read, codes are counted. */
  letHoldCeremonies(signer: SigilloFunction): void {
    this.#let(signer, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  /**
   * To make links and keep task tokens without ever reading one, and to know whether a message went
   * already; no link, code or session is below that prefix.
   */
  letWrite(sender: SigilloFunction): void {
    this.#let(sender, ['dynamodb:PutItem']);
    this.#letBelow(sender, 'dynamodb:GetItem', 'message');
  }

  /** To know whose text message did not arrive; no link, code or session is below that prefix. */
  letReadTexts(reader: SigilloFunction): void {
    this.#letBelow(reader, 'dynamodb:GetItem', 'text');
  }

  /** To send once what it may be told twice; it can write no link, code or token. */
  letSendOnce(sender: SigilloFunction): void {
    sender.setVariables({ ACCESS_TABLE: this.table.tableName });
    this.#letBelow(sender, 'dynamodb:PutItem', 'message');
    this.#letBelow(sender, 'dynamodb:GetItem', 'message');
  }

  /** To count what is limited by the hour or day; no link, code or session is below that prefix. */
  letCount(user: SigilloFunction): void {
    user.setVariables({ ACCESS_TABLE: this.table.tableName });
    this.#letBelow(user, 'dynamodb:UpdateItem', 'count');
  }

  letRead(reader: SigilloFunction): void {
    this.#let(reader, ['dynamodb:GetItem']);
  }

  #letBelow(user: SigilloFunction, action: string, prefix: string) {
    user.allow([action], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}#*`] },
    });
  }

  #let(user: SigilloFunction, actions: readonly string[]) {
    user.setVariables({ ACCESS_TABLE: this.table.tableName });
    user.allow(actions, [this.table.tableArn]);
  }
}
