import type { ValidationData } from '../../shared/pdf/revision.ts';
import { buildPath } from '../../shared/pki/certificate-path.ts';
import { fetchRevocationLists } from '../../shared/pki/fetch-revocation-lists.ts';
import type { SigningIdentity } from '../../shared/pki/identity.ts';
import { openSignedData } from '../../shared/pki/open-signed-data.ts';
import { certificatesIn } from '../../shared/pki/pem.ts';
import type { SealPorts } from './ports.ts';

const LIST_TIMEOUT_MS = 10_000;

/**
 * What others must still find in the file when the authorities outside are gone: certificates and
 * revocation lists of the timestamp's path, and of the seal's where a public authority certified it.
 */
export async function outsideValidationData(
  ports: Pick<SealPorts, 'clock' | 'timestampRoots'>,
  seal: SigningIdentity,
  tokens: readonly Uint8Array[],
): Promise<ValidationData> {
  const at = ports.clock.now();
  const roots = certificatesIn(ports.timestampRoots);
  const paths = await Promise.all(
    tokens.map((token) => {
      const { certificate, certificates } = openSignedData(token);
      return buildPath(certificate, certificates, { roots, at });
    }),
  );
  const outside = [...paths, ...(seal.chain.length > 1 ? [[seal.certificate, ...seal.chain]] : [])];
  const lists = outside.map((path) => fetchRevocationLists({ path, timeoutMs: LIST_TIMEOUT_MS }));
  return { certificates: outside.flat(), revocationLists: (await Promise.all(lists)).flat() };
}
