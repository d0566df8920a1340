import { CopyObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { archivedKeys } from '../contract/archived.ts';
import type { Archive } from '../ports.ts';
import { s3 } from './s3-client.ts';
import { isAbsent } from './s3-errors.ts';

interface Variables {
  readonly BUCKET: string;
  readonly ARCHIVE_BUCKET: string;
}

/** The bucket's own default retention locks each object. The ledger comes last: with it all is there. */
export const s3Archive = ({ BUCKET: from, ARCHIVE_BUCKET: bucket }: Variables): Archive => ({
  keep: async (envelopeId, { key, ledger }) => {
    const keys = archivedKeys(envelopeId);
    if (await exists(bucket, keys.ledger)) return;
    const source = `${from}/${key}`.split('/').map(encodeURIComponent).join('/');
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: keys.signed, CopySource: source }));
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: keys.ledger,
        Body: ledger,
        ContentType: 'application/json',
      }),
    );
  },
  has: (envelopeId) => exists(bucket, archivedKeys(envelopeId).ledger),
});

async function exists(bucket: string, key: string): Promise<boolean> {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}
