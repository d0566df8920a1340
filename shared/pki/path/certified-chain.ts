import {
  BasicConstraints,
  ExtendedKeyUsage,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import { decode } from '../asn1/der.ts';
import { DOCUMENT_SIGNING } from '../certificate/extensions.ts';
import { publicKeyOf } from '../certificate/read-certificate.ts';
import { equalBytes } from '../signature/digest.ts';
import { buildPath, extensionValue, isIssuedBy, PathError } from './certificate-path.ts';

/** Why the chain that an authority gave for the seal key cannot be used. */
export class ChainRejected extends Error {
  override readonly name = 'ChainRejected';
  readonly code: 'empty' | 'key' | 'usage' | 'dates' | 'order' | 'root';

  constructor(code: ChainRejected['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Any purpose, or Adobe's own for documents beside the usual ones. */
const PURPOSES: readonly string[] = [...DOCUMENT_SIGNING, '2.5.29.37.0', '1.2.840.113583.1.1.5'];

/**
 * Checks the chain that an outside authority issued for a key: the key's own certificate first, each
 * followed by its issuer up to a root, all valid at the instant, the first for signing documents. A chain
 * that ends below its root would leave its last certificate's revocation untold in every file. Throws
 * `ChainRejected`.
 */
export async function checkCertifiedChain(
  chain: readonly Uint8Array[],
  { publicKey, at }: { publicKey: Uint8Array; at: Date },
): Promise<void> {
  const [leaf] = chain;
  if (!leaf || chain.length < 2)
    throw new ChainRejected('empty', 'the certificate and its issuers are wanted, in this order');
  if (!equalBytes(publicKeyOf(leaf), publicKey))
    throw new ChainRejected(
      'key',
      'the first certificate is not for the seal’s key, which is P-256 and in KMS',
    );
  checkUsage(leaf);
  await checkOrder(chain, leaf, at);
  await checkRoot(chain.at(-1)!);
}

/** Key usage must be there (ETSI EN 319 412-2 §4.3.2, by 412-3 also for organisations). */
function checkUsage(leaf: Uint8Array): void {
  const basic = extensionValue(leaf, id_ce_basicConstraints);
  if (basic && decode(basic, BasicConstraints).cA)
    throw new ChainRejected('usage', 'the first certificate is an authority’s own');
  const usage = extensionValue(leaf, id_ce_keyUsage);
  const signing = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  if (!usage) throw new ChainRejected('usage', 'the certificate does not say what its key is for');
  if (!(decode(usage, KeyUsage).toNumber() & signing))
    throw new ChainRejected('usage', 'the certificate’s key usage is not for signatures');
  const purposes = extensionValue(leaf, id_ce_extKeyUsage);
  if (purposes && ![...decode(purposes, ExtendedKeyUsage)].some((it) => PURPOSES.includes(it)))
    throw new ChainRejected('usage', 'the certificate’s key purposes are not for documents');
}

async function checkOrder(chain: readonly Uint8Array[], leaf: Uint8Array, at: Date) {
  const path = await pathTo(chain, leaf, at);
  const same = path.length === chain.length;
  if (!same || !path.every((each, index) => equalBytes(each, chain[index]!)))
    throw new ChainRejected('order', 'each certificate must be followed by its issuer');
}

async function checkRoot(last: Uint8Array) {
  if (!(await isIssuedBy(last, last)))
    throw new ChainRejected('root', 'the last certificate must be the root, which issued itself');
}

async function pathTo(chain: readonly Uint8Array[], leaf: Uint8Array, at: Date) {
  try {
    return await buildPath(leaf, chain, { roots: chain.slice(-1), at });
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const code = error.code === 'expired' ? 'dates' : 'order';
    throw new ChainRejected(code, error.message);
  }
}
