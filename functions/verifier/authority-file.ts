import type { Documents } from '../../shared/ports/documents.ts';

/** Published files of the company's authority and their media types (RFC 5280 § 4.2.1.13, RFC 2585). */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  'root.pem': 'application/x-pem-file',
  'root.der': 'application/pkix-cert',
  'chain.pem': 'application/x-pem-file',
  'timestamp-roots.pem': 'application/x-pem-file',
  'revoked.crl': 'application/pkix-crl',
};

/** Without outside timestamp authorities, an empty bundle. */
const EMPTY_BUNDLE = 'timestamp-roots.pem';

/** A published file; undefined for other names, and before the authority exists. */
export const makeAuthorityFile =
  ({ documents }: { documents: Pick<Documents, 'get'> }) =>
  async (name: string): Promise<{ bytes: Uint8Array; mediaType: string } | undefined> => {
    const mediaType = Object.hasOwn(MEDIA_TYPES, name) ? MEDIA_TYPES[name] : undefined;
    if (!mediaType) return undefined;
    const bytes = (await existing(documents, `pki/${name}`))?.bytes ?? unwritten(name);
    return bytes && { bytes, mediaType };
  };

const unwritten = (name: string): Uint8Array | undefined =>
  name === EMPTY_BUNDLE ? new Uint8Array() : undefined;

/** Without permission to list the bucket, S3 answers 403 instead of 404 for a missing object. */
async function existing(documents: Pick<Documents, 'get'>, key: string) {
  try {
    return await documents.get(key);
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDenied') return undefined;
    throw error;
  }
}
