import { openAuthority, timestamperOf } from '../../functions/seal/authority.ts';
import type { Completed } from '../../shared/domain/envelope.ts';
import type { Party } from '../../shared/domain/party.ts';
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

const NAMES = ['Юлия Петрова', 'Zoë Müller', 'Νίκος Παπαδόπουλος', 'Łucja Wójcik'];

/** The first directs, the others are clients; the last two share a turn. */
const partiesFor = (count: number): Party[] =>
  NAMES.slice(0, count).map((name, index) => ({
    ...PARTIES[Math.min(index, 1)]!,
    id: `party${index + 1}`,
    turn: Math.min(index, 2),
    name,
  }));

/** Seconds from the first signature to now, so that the last timestamp is not in the future. */
const BEFORE_NOW = 3_600;

/** A document that went its whole way through intake and seal, with real keys, and its root, PEM. */
export async function sealOriginal(
  original: Uint8Array,
  partyCount: number,
  renewals: number,
): Promise<{ file: Uint8Array; root: Uint8Array }> {
  const ports = sealingPorts();
  ports.clock.set(new Date(Date.now() - BEFORE_NOW * 1_000));
  const parties = partiesFor(partyCount);
  await sentEnvelope(ports, parties, original);
  await prepare(ports);
  for (const { id } of parties) {
    await signBy(ports, id);
    await append(ports);
  }
  await close(ports);
  const { file } = (await ports.ledger.load(ENVELOPE_ID)) as Completed;
  const bytesOf = async (key: string) => (await ports.documents.get(key))!.bytes;
  const closed = await bytesOf(file.key);
  return { file: await renewed(ports, closed, renewals), root: await bytesOf('pki/root.pem') };
}

/** Renewed by the company's own authority, whose revocation list comes from where it lies. */
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
