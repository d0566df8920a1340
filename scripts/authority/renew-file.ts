import type { Change, RevisionServices } from '../../shared/pdf/revision/change.ts';
import { renewalPlan } from '../../shared/pdf/revision/renewal-plan.ts';
import { appendRevision } from '../../shared/pdf/revision/revision.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { openSignedData } from '../../shared/pki/cms/open-signed-data.ts';
import type { Timestamper } from '../../shared/pki/identity.ts';
import { buildPath } from '../../shared/pki/path/certificate-path.ts';
import { fetchRevocationData } from '../../shared/pki/revocation/fetch-revocation-data.ts';

export interface Renewal {
  /** Root certificates (DER) of the company and of outside timestamp authorities. */
  readonly roots: readonly Uint8Array[];
  readonly timestampRoots: readonly Uint8Array[];
  readonly timestamp: Timestamper;
  readonly now: Date;
  readonly fetch?: typeof globalThis.fetch;
}

const FETCH_TIMEOUT_MS = 10_000;

/**
 * Appends a document timestamp, and before it the validation data of the previous one (ETSI EN 319 142-1
 * §5.4.3). Throws if the file is not authentic now, or if a revocation list or the timestamp cannot be obtained.
 */
export async function renewFile(bytes: Uint8Array, renewal: Renewal): Promise<Uint8Array> {
  await assertAuthentic(bytes, renewal);
  const services: RevisionServices = { timestamp: renewal.timestamp, now: renewal.now };
  const validationData = await validationDataFor(renewal);
  const validated = await appended(bytes, { validationData }, services);
  const renewed = await appended(validated, { timestamp: true }, services);
  await assertAuthentic(renewed, renewal);
  return renewed;
}

async function appended(
  bytes: Uint8Array,
  change: Change,
  services: RevisionServices,
): Promise<Uint8Array> {
  const { append } = await appendRevision(await renewalPlan(bytes), change, services);
  return Buffer.concat([bytes, append]);
}

async function assertAuthentic(
  bytes: Uint8Array,
  { roots, timestampRoots, now }: Renewal,
): Promise<void> {
  const { verdict, reasons } = await verifyDocument(bytes, { roots, timestampRoots, now });
  if (verdict === 'authentic') return;
  const sentences = new Set(reasons.map(({ sentence }) => sentence));
  throw new Error(`the file is ${verdict}: ${[...sentences].join(' ')}`);
}

/**
 * Validation data for the current timestamp authority, taken from a token that is then discarded; it also covers
 * the previous timestamps.
 */
async function validationDataFor({ roots, timestampRoots, timestamp, now, fetch }: Renewal) {
  const token = await timestamp(crypto.getRandomValues(new Uint8Array(32)));
  const { certificate, certificates } = openSignedData(token);
  const trust = { roots: [...roots, ...timestampRoots], at: now };
  const path = await buildPath(certificate, certificates, trust);
  const data = await fetchRevocationData({
    path,
    timeoutMs: FETCH_TIMEOUT_MS,
    ...(fetch && { fetch }),
  });
  return { certificates: path, ...data };
}
