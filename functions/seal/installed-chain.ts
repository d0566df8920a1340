import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import { ChainRejected, checkCertifiedChain } from '../../shared/pki/path/certified-chain.ts';
import type { SealPorts } from './ports.ts';

/** Written by `npm run seal-key -- install`: the seal's certificate and its issuers, PEM. */
const STORED = 'pki/seal-chain.pem';

/** As it was installed, also after it ran out; empty before there is one. */
export async function storedSealChain(documents: SealPorts['documents']): Promise<Uint8Array[]> {
  const stored = await documents.get(STORED);
  return stored ? certificatesIn(Buffer.from(stored.bytes).toString()) : [];
}

/**
 * The chain that a public authority gave for the seal key; empty before there is one, and from the
 * day on which it runs out, so that documents can still be closed with the company's own.
 */
export async function installedChain({
  documents,
  keys,
  clock,
}: Pick<SealPorts, 'documents' | 'keys' | 'clock'>): Promise<Uint8Array[]> {
  const chain = await storedSealChain(documents);
  if (chain.length === 0) return [];
  const key = { publicKey: await keys.seal.publicKey(), at: clock.now() };
  try {
    await checkCertifiedChain(chain, key);
    return chain;
  } catch (error) {
    if (error instanceof ChainRejected && error.code === 'dates') return [];
    throw error;
  }
}
