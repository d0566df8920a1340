import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import type { SealPorts } from './ports.ts';

/** The seal's certificate and issuers (PEM), written by `npm run seal-key -- install`. */
const STORED = 'pki/seal-chain.pem';

/** The installed chain, even if expired; empty if there is none. */
export async function storedSealChain(documents: SealPorts['documents']): Promise<Uint8Array[]> {
  const stored = await documents.get(STORED);
  return stored ? certificatesIn(Buffer.from(stored.bytes).toString()) : [];
}

/**
 * The installed chain of a public authority; empty if there is none or once it has expired, so that documents
 * are closed with the company's own.
 */
export async function installedChain({
  documents,
  pki,
  keys,
  clock,
}: Pick<SealPorts, 'documents' | 'pki' | 'keys' | 'clock'>): Promise<Uint8Array[]> {
  const chain = await storedSealChain(documents);
  if (chain.length === 0) return [];
  const key = { publicKey: await keys.seal.publicKey(), at: clock.now() };
  return (await pki.isChainInForce(chain, key)) ? chain : [];
}
