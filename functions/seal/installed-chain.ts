import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
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
  pki,
  keys,
  clock,
}: Pick<SealPorts, 'documents' | 'pki' | 'keys' | 'clock'>): Promise<Uint8Array[]> {
  const chain = await storedSealChain(documents);
  if (chain.length === 0) return [];
  const key = { publicKey: await keys.seal.publicKey(), at: clock.now() };
  return (await pki.isChainInForce(chain, key)) ? chain : [];
}
