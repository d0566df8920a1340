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

/** The chain imported for the seal key cannot be used. */
export class ChainRejected extends Error {
  override readonly name = 'ChainRejected';
  readonly code: 'empty' | 'key' | 'usage' | 'dates' | 'order' | 'root';

  constructor(code: ChainRejected['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** anyExtendedKeyUsage, or Adobe's document signing besides the usual ones. */
const PURPOSES: readonly string[] = [...DOCUMENT_SIGNING, '2.5.29.37.0', '1.2.840.113583.1.1.5'];

/**
 * Checks an imported chain: the key's certificate first, each followed by its issuer up to the root, all
 * valid at `at`, the first for document signing. The root is required because otherwise the revocation status
 * of the last certificate could not be embedded. Throws `ChainRejected`.
 */
export async function checkCertifiedChain(
  chain: readonly Uint8Array[],
  { publicKey, at }: { publicKey: Uint8Array; at: Date },
): Promise<void> {
  const [leaf] = chain;
  if (!leaf || chain.length < 2)
    throw new ChainRejected('empty', 'expected the certificate, followed by its issuers');
  if (!equalBytes(publicKeyOf(leaf), publicKey))
    throw new ChainRejected(
      'key',
      'the first certificate is not for the seal’s key, which is P-256 and in KMS',
    );
  checkUsage(leaf);
  await checkOrder(chain, leaf, at);
  await checkRoot(chain.at(-1)!);
}

/** Key usage is mandatory (ETSI EN 319 412-2 § 4.3.2, by 412-3 also for legal persons). */
function checkUsage(leaf: Uint8Array): void {
  const basic = extensionValue(leaf, id_ce_basicConstraints);
  if (basic && decode(basic, BasicConstraints).cA)
    throw new ChainRejected('usage', 'the first certificate is a CA certificate');
  const usage = extensionValue(leaf, id_ce_keyUsage);
  const signing = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  if (!usage) throw new ChainRejected('usage', 'the certificate has no key usage');
  if (!(decode(usage, KeyUsage).toNumber() & signing))
    throw new ChainRejected('usage', 'the certificate’s key usage does not allow signatures');
  const purposes = extensionValue(leaf, id_ce_extKeyUsage);
  if (purposes && ![...decode(purposes, ExtendedKeyUsage)].some((it) => PURPOSES.includes(it)))
    throw new ChainRejected(
      'usage',
      'the certificate’s extended key usage does not allow document signing',
    );
}

async function checkOrder(chain: readonly Uint8Array[], leaf: Uint8Array, at: Date) {
  const path = await pathTo(chain, leaf, at);
  const same = path.length === chain.length;
  if (!same || !path.every((each, index) => equalBytes(each, chain[index]!)))
    throw new ChainRejected('order', 'each certificate must be followed by its issuer');
}

async function checkRoot(last: Uint8Array) {
  if (!(await isIssuedBy(last, last)))
    throw new ChainRejected('root', 'the last certificate must be a self-signed root');
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
