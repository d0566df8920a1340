import { openAuthority, timestamperOf } from '../../functions/seal/authority.ts';
import type { Completed } from '../../shared/domain/envelope/envelope.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import { pemOf } from '../../shared/pki/asn1/pem.ts';
import { type PublicAuthority, publicAuthority } from '../../test/fixtures/public-authority.ts';
import {
  append,
  close,
  ENVELOPE_ID,
  PARTIES,
  prepare,
  type SealingPorts,
  sealingPorts,
  sentEnvelope,
  signBy,
} from '../../test/fixtures/sealing.ts';
import { renewFile } from '../authority/renew-file.ts';
import { installSealChain } from '../authority/seal-chain.ts';

const NAMES = ['Юлия Петрова', 'Zoë Müller', 'Νίκος Παπαδόπουλος', 'Łucja Wójcik'];

/** The first is a director, the others are clients; the last two sign in the same turn. */
const partiesFor = (count: number): Party[] =>
  NAMES.slice(0, count).map((name, index) => ({
    ...PARTIES[Math.min(index, 1)]!,
    id: `party${index + 1}`,
    turn: Math.min(index, 2),
    name,
  }));

/** Seconds between the first signature and now, so that the last timestamp is not in the future. */
const BEFORE_NOW = 3_600;

export interface SealingCase {
  readonly parties: number;
  readonly renewals?: number;
  /** A public authority certifies the seal key and makes the timestamps, instead of the company's own. */
  readonly outside?: true;
}

export interface SealedOriginal {
  readonly file: Uint8Array;
  /** PEM. */
  readonly root: string;
  /** Roots of the public authority (PEM): for certificates, and for timestamps. */
  readonly outsideRoots: readonly string[];
}

/** A document after intake, signatures and seal, with real keys. */
export async function sealOriginal(
  original: Uint8Array,
  { parties: partyCount, renewals = 0, outside }: SealingCase,
): Promise<SealedOriginal> {
  const own = sealingPorts();
  own.clock.set(new Date(Date.now() - BEFORE_NOW * 1_000));
  const authority = outside && (await publicAuthority(own.clock));
  const ports = authority ? await certifiedOutside(own, authority) : own;
  await journey(ports, partiesFor(partyCount), original);
  const { file } = (await ports.ledger.load(ENVELOPE_ID)) as Completed;
  const bytesOf = async (key: string) => (await ports.documents.get(key))!.bytes;
  const closed = await bytesOf(file.key);
  const { certificates, timestamps } = authority?.roots ?? {};
  authority?.server.close();
  return {
    file: await renewed(ports, closed, renewals),
    root: Buffer.from(await bytesOf('pki/root.pem')).toString(),
    outsideRoots: certificates && timestamps ? [pemOf(certificates), pemOf(timestamps)] : [],
  };
}

async function journey(
  ports: SealingPorts,
  parties: readonly Party[],
  original: Uint8Array,
): Promise<void> {
  await sentEnvelope(ports, parties, original);
  await prepare(ports);
  for (const { id } of parties) {
    await signBy(ports, id);
    await append(ports);
  }
  await close(ports);
}

async function certifiedOutside(
  ports: SealingPorts,
  { url, roots, certify }: PublicAuthority,
): Promise<SealingPorts> {
  const chain = await certify(await ports.keys.seal.publicKey());
  await installSealChain(
    { documents: ports.documents, key: ports.keys.seal, now: ports.clock.now() },
    chain.map(pemOf).join(''),
  );
  return { ...ports, timestampUrls: [`${url}/tsa`], timestampRoots: pemOf(roots.timestamps) };
}

/** Renewed by the company's own authority, with its revocation list read from a file. */
async function renewed(ports: SealingPorts, file: Uint8Array, times: number): Promise<Uint8Array> {
  if (times === 0) return file;
  ports.clock.advance(60);
  const authority = await openAuthority(ports);
  const list = await ports.documents.get('pki/revoked.crl');
  const renewal = {
    roots: [authority.root],
    timestampRoots: [],
    timestamp: timestamperOf(ports, authority),
    now: ports.clock.now(),
    fetch: async () => new Response(new Uint8Array(list!.bytes)),
  };
  return renewed(ports, await renewFile(file, renewal), times - 1);
}
