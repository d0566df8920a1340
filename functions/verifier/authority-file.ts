import type { Documents } from '../../shared/ports/documents.ts';

/** What the company's authority publishes, and as what (RFC 5280 §4.2.1.13, RFC 2585). */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  'root.pem': 'application/x-pem-file',
  'root.der': 'application/pkix-cert',
  'chain.pem': 'application/x-pem-file',
  'timestamp-roots.pem': 'application/x-pem-file',
  'revoked.crl': 'application/pkix-crl',
};

/** A company without outside timestamp authorities publishes an empty bundle of their roots. */
const EMPTY_BUNDLE = 'timestamp-roots.pem';

/** One of the published files; undefined for any other name, and before the authority exists. */
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

/** The verifier may not list the bucket, so S3 answers it 403 instead of 404 for what is absent. */
async function existing(documents: Pick<Documents, 'get'>, key: string) {
  try {
    return await documents.get(key);
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDenied') return undefined;
    throw error;
  }
}
