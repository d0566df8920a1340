import * as z from 'zod/mini';
import { storedJson } from '../../shared/contract/stored.ts';
import { Conflict } from '../../shared/domain/errors.ts';
import type { Authority } from '../../shared/pki/authority/authority.ts';
import type { SealPorts } from './ports.ts';

const STORED = 'pki/authority.json';

/** Certificates in base64 DER. The first releases did not renew and stored no earlier roots. */
const StoredAuthority = z.object({
  root: z.string(),
  seal: z.string(),
  timestamp: z.string(),
  earlierRoots: z._default(z.array(z.string()), []),
});

type Stores = Pick<SealPorts, 'documents' | 'authorityCopies'>;

export interface FoundAuthority {
  readonly authority: Authority;
  /** ETag of the object read. */
  readonly etag: string;
}

/** The authority in the bucket; if it is missing there, restored from the newest copy. */
export async function storedAuthority(stores: Stores): Promise<FoundAuthority | undefined> {
  const object = await stores.documents.get(STORED);
  if (object) return { authority: read(object.bytes), etag: object.etag };
  const copy = await stores.authorityCopies.newest();
  return copy && putBack(stores, copy.bytes);
}

/** Creators race on copy 1: the loser uses the winner's authority, so there is only one root. */
export async function storeFounded(stores: Stores, authority: Authority): Promise<FoundAuthority> {
  await stores.authorityCopies.add({ number: 1, bytes: written(authority) });
  const first = await stores.authorityCopies.newest();
  return putBack(stores, first!.bytes);
}

/** If another writer renewed first, its certificates count. */
export async function storeRenewed(
  stores: Stores,
  authority: Authority,
  ifMatch: string,
): Promise<Authority> {
  try {
    const options = { contentType: 'application/json', ifMatch };
    await stores.documents.put(STORED, written(authority), options);
    return authority;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return (await storedAuthority(stores))!.authority;
  }
}

/** Runs daily, so that an authority created or renewed by an interrupted run is backed up too. */
export async function copyAuthority(
  { authorityCopies }: Pick<Stores, 'authorityCopies'>,
  authority: Authority,
): Promise<void> {
  const bytes = written(authority);
  const newest = await authorityCopies.newest();
  if (newest && Buffer.from(newest.bytes).equals(bytes)) return;
  await authorityCopies.add({ number: (newest?.number ?? 0) + 1, bytes });
}

async function putBack({ documents }: Stores, bytes: Uint8Array): Promise<FoundAuthority> {
  try {
    const options = { contentType: 'application/json', ifAbsent: true };
    return { authority: read(bytes), etag: await documents.put(STORED, bytes, options) };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const { bytes: winner, etag } = (await documents.get(STORED))!;
    return { authority: read(winner), etag };
  }
}

function read(bytes: Uint8Array): Authority {
  const { earlierRoots, ...stored } = storedJson('authority', StoredAuthority, bytes);
  return {
    root: der(stored.root),
    seal: der(stored.seal),
    timestamp: der(stored.timestamp),
    earlierRoots: earlierRoots.map(der),
  };
}

const der = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

const base64 = (certificate: Uint8Array) => Buffer.from(certificate).toString('base64');

function written({ root, seal, timestamp, earlierRoots }: Authority): Uint8Array {
  const stored: z.output<typeof StoredAuthority> = {
    root: base64(root),
    seal: base64(seal),
    timestamp: base64(timestamp),
    earlierRoots: earlierRoots.map(base64),
  };
  return Buffer.from(JSON.stringify(stored));
}
