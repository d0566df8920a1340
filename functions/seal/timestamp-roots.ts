import { certificatesIn, pemOf } from '../../shared/pki/asn1/pem.ts';
import { isAmong } from '../../shared/pki/signature/digest.ts';
import type { SealPorts } from './ports.ts';

const PUBLISHED = 'pki/timestamp-roots.pem';

/**
 * Publishes the roots of the outside timestamp authorities. Roots of former authorities stay, because their
 * documents must remain verifiable.
 */
export async function publishTimestampRoots({
  documents,
  timestampRoots,
}: Pick<SealPorts, 'documents' | 'timestampRoots'>): Promise<void> {
  const wanted = certificatesIn(timestampRoots);
  if (wanted.length === 0) return;
  const stored = await documents.get(PUBLISHED);
  const known = stored ? certificatesIn(Buffer.from(stored.bytes).toString()) : [];
  const added = wanted.filter((root) => !isAmong(known, root));
  if (added.length === 0) return;
  const pem = [...known, ...added].map(pemOf).join('');
  await documents.put(PUBLISHED, Buffer.from(pem), { contentType: 'application/x-pem-file' });
}
