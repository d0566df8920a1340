import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Entry } from '../domain/ledger.ts';

interface LedgerChange {
  readonly eventName: string;
  readonly dynamodb: { readonly NewImage?: Readonly<Record<string, unknown>> };
}

/** The entry that a record of the ledger's stream brings; entries are only ever added. */
export function addedEntry({ eventName, dynamodb }: LedgerChange): Entry | undefined {
  if (eventName !== 'INSERT' || !dynamodb.NewImage) return undefined;
  return unmarshall(dynamodb.NewImage as Record<string, AttributeValue>) as Entry;
}
