import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { addedEntry } from '../../../shared/aws/ledger/dynamo-stream.ts';

it('a copy of the authority in the ledger’s table is carried nowhere, an entry is', () => {
  const added = (row: object) =>
    addedEntry({ eventName: 'INSERT', dynamodb: { NewImage: marshall(row) } });
  expect(added({ envelopeId: 'authority', seq: 1, certificates: '{}' })).toBeUndefined();
  const entry = { envelopeId: 'ABCDE01234FGHJK56789MNPQRS', seq: 1 };
  expect(added(entry)).toEqual(entry);
});
