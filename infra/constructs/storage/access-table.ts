import { Validations } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { SigilloFunction } from '../sigillo-function.ts';
import { RETAINED_TABLE } from './retained-table.ts';

/** Links, codes, sessions and task tokens, each keyed by the SHA-256 of its secret; also rate-limit counters. */
export class AccessTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      ...RETAINED_TABLE,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason:
        'A restored link or code may be one that had expired or been revoked: new ones are sent instead.',
    });
  }

  /** Everything a signer's requests need: read links and sessions, update codes and counters. */
  grantCeremonies(signer: SigilloFunction): void {
    this.#grant(signer, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  /**
   * Put links and task tokens without permission to read any, and read whether a message was sent. The
   * readable key prefix contains no link, code or session.
   */
  grantWrite(sender: SigilloFunction): void {
    this.#grant(sender, ['dynamodb:PutItem']);
    this.#grantBelow(sender, 'dynamodb:GetItem', 'message');
  }

  /** Read which text messages were not delivered. The key prefix contains no link, code or session. */
  grantReadTexts(reader: SigilloFunction): void {
    this.#grantBelow(reader, 'dynamodb:GetItem', 'text');
  }

  /**
   * Claim a message so that it is sent once, even if its event is delivered twice. No link, code or token can
   * be written.
   */
  grantSendOnce(sender: SigilloFunction): void {
    sender.setVariables({ ACCESS_TABLE: this.table.tableName });
    this.#grantBelow(sender, 'dynamodb:PutItem', 'message');
    this.#grantBelow(sender, 'dynamodb:GetItem', 'message');
  }

  /** Update rate-limit counters. The key prefix contains no link, code or session. */
  grantCount(user: SigilloFunction): void {
    user.setVariables({ ACCESS_TABLE: this.table.tableName });
    this.#grantBelow(user, 'dynamodb:UpdateItem', 'count');
  }

  /** Keep answers under idempotency keys. A failed conditional put returns the item, so none is read. */
  grantKeepAnswers(door: SigilloFunction): void {
    door.setVariables({ ACCESS_TABLE: this.table.tableName });
    this.#grantBelow(door, 'dynamodb:PutItem', 'answer');
    this.#grantBelow(door, 'dynamodb:UpdateItem', 'answer');
  }

  grantRead(reader: SigilloFunction): void {
    this.#grant(reader, ['dynamodb:GetItem']);
  }

  #grantBelow(user: SigilloFunction, action: string, prefix: string) {
    user.allow([action], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}#*`] },
    });
  }

  #grant(user: SigilloFunction, actions: readonly string[]) {
    user.setVariables({ ACCESS_TABLE: this.table.tableName });
    user.allow(actions, [this.table.tableArn]);
  }
}
