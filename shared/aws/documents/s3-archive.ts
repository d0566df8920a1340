import { CopyObjectCommand } from '@aws-sdk/client-s3';
import { archivedKeys } from '../../contract/archived.ts';
import type { Archive } from '../../ports/documents.ts';
import { copySource } from './s3-append.ts';
import { s3 } from './s3-client.ts';
import { s3Documents } from './s3-documents.ts';

interface Variables {
  readonly BUCKET: string;
  readonly ARCHIVE_BUCKET: string;
}

/**
 * The bucket's default retention locks each object. The ledger is stored last and marks the copy as complete.
 */
export function s3Archive({ BUCKET: from, ARCHIVE_BUCKET: bucket }: Variables): Archive {
  const archived = s3Documents({ BUCKET: bucket });
  const has = async (envelopeId: string) =>
    (await archived.size(archivedKeys(envelopeId).ledger)) !== undefined;
  return {
    keep: async (envelopeId, { key, ledger }) => {
      if (await has(envelopeId)) return;
      const keys = archivedKeys(envelopeId);
      const source = { CopySource: copySource(from, key) };
      await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: keys.signed, ...source }));
      await archived.put(keys.ledger, ledger, { contentType: 'application/json' });
    },
    has,
  };
}
