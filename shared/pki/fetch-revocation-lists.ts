import { CRLDistributionPoints, id_ce_cRLDistributionPoints } from '@peculiar/asn1-x509';
import { decode } from './der.ts';
import { readCertificate } from './read-certificate.ts';
import { isListOf } from './revocation-check.ts';

export interface RevocationListFetching {
  /** Certificates, DER, each followed by its issuer; the last one is trusted as it is. */
  path: readonly Uint8Array[];
  /** For each list. */
  timeoutMs: number;
  fetch?: typeof globalThis.fetch;
}

/** A list of a big public authority has tens of thousands of entries. */
const LARGEST_LIST = 8 << 20;

/**
 * The revocation lists of outside issuers, DER, so that whoever verifies later needs none of them
 * to be still there (ETSI EN 319 142-1 §5.4.2). A certificate that names no list has none. Throws
 * where a list that is named cannot be had.
 */
export const fetchRevocationLists = async ({
  path,
  timeoutMs,
  fetch = globalThis.fetch,
}: RevocationListFetching): Promise<Uint8Array[]> => {
  const lists = path.slice(0, -1).map(async (certificate, index) => {
    const urls = listUrls(certificate);
    if (urls.length === 0) return [];
    return [await firstList(urls, path[index + 1]!, { timeoutMs, fetch })];
  });
  return (await Promise.all(lists)).flat();
};

const listUrls = (certificate: Uint8Array): string[] => {
  const { extensions = [] } = readCertificate(certificate).tbsCertificate;
  const found = extensions.find(({ extnID }) => extnID === id_ce_cRLDistributionPoints);
  if (!found) return [];
  const points = decode(new Uint8Array(found.extnValue.buffer), CRLDistributionPoints);
  return [...points]
    .flatMap(({ distributionPoint }) => distributionPoint?.fullName ?? [])
    .flatMap(({ uniformResourceIdentifier: url }) => (url?.startsWith('http') ? [url] : []));
};

const firstList = async (
  urls: readonly string[],
  issuer: Uint8Array,
  how: Required<Pick<RevocationListFetching, 'timeoutMs' | 'fetch'>>,
): Promise<Uint8Array> => {
  const failures: unknown[] = [];
  for (const url of urls) {
    try {
      return await listAt(url, issuer, how);
    } catch (failure) {
      failures.push(new Error(`revocation list ${url} failed`, { cause: failure }));
    }
  }
  throw new AggregateError(failures, 'no address gave a revocation list');
};

const listAt = async (
  url: string,
  issuer: Uint8Array,
  { timeoutMs, fetch }: Required<Pick<RevocationListFetching, 'timeoutMs' | 'fetch'>>,
): Promise<Uint8Array> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`answered HTTP ${response.status}`);
  const list = new Uint8Array(await response.arrayBuffer());
  if (list.length > LARGEST_LIST) throw new Error(`is ${list.length} bytes long`);
  if (!(await isListOf(list, issuer))) throw new Error('is not a list of the issuer');
  return list;
};
