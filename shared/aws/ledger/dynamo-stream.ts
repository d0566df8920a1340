import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Entry } from '../../domain/ledger/ledger.ts';
import { AUTHORITY_COPIES } from '../keys/dynamo-authority-copies.ts';

interface LedgerChange {
  readonly eventName: string;
  readonly dynamodb: {
    readonly NewImage?: Readonly<Record<string, unknown>>;
    readonly Keys?: Readonly<Record<string, unknown>>;
  };
}

/** Envelope id of a stream record, also if its entry cannot be read. */
export function envelopeIdIn({ dynamodb: { Keys = {} } }: LedgerChange): string | undefined {
  const { envelopeId } = unmarshall(Keys as Record<string, AttributeValue>);
  return typeof envelopeId === 'string' ? envelopeId : undefined;
}

/** The entry of a stream record; undefined for other changes and for copies of the authority. */
export function addedEntry({ eventName, dynamodb }: LedgerChange): Entry | undefined {
  if (eventName !== 'INSERT' || !dynamodb.NewImage) return undefined;
  const row = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>);
  return row.envelopeId === AUTHORITY_COPIES ? undefined : (row as Entry);
}
