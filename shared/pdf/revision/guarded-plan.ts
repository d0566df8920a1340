import { canonicalJson } from '../../domain/ledger/canonical-json.ts';
import { readable } from '../../domain/ledger/versions.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { Plan } from '../plan.ts';

/** The stored object (a PDF) that a plan describes. */
export interface PlannedObject {
  readonly key: string;
  readonly etag: string;
  /** Bytes. */
  readonly length: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * A plan as stored beside its revision. Since it decides what the next signature covers, it is authenticated:
 * `mac` is the base64 HMAC over the SHA-256 of the canonical JSON (RFC 8785) of all other members, which
 * include its object.
 */
interface GuardedPlan {
  /** Absent means 1. */
  readonly version?: number;
  readonly plan: Plan;
  readonly object: PlannedObject;
  readonly mac: string;
}

/** The plan's MAC is wrong, or it belongs to another object; it must not be used for signing. */
export class PlanRejected extends Error {
  override readonly name = 'PlanRejected';
}

/** Key of the plan of the revision stored under `key`. */
export const planKeyOf = (key: string): string => key.replace(/\.pdf$/, '.plan.json');

const messageOf = (guarded: Omit<GuardedPlan, 'mac'>): Uint8Array =>
  Buffer.from(sha256(canonicalJson(guarded)), 'hex');

/** The JSON to store for a plan whose PDF was written under `key` with `etag`. */
export async function guardPlan(
  plan: Plan,
  { key, etag }: Pick<PlannedObject, 'key' | 'etag'>,
  generateMac: (message: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const facts = { plan, object: { key, etag, length: plan.length, sha256: plan.sha256 } };
  const mac = Buffer.from(await generateMac(messageOf(facts))).toString('base64');
  return Buffer.from(JSON.stringify({ ...facts, mac }));
}

/** The plan and its object's ETag. Throws `PlanRejected` unless it is authentic and belongs to `revision`. */
export async function openPlan(
  stored: Uint8Array,
  revision: Omit<PlannedObject, 'etag'>,
  verifyMac: (message: Uint8Array, mac: Uint8Array) => Promise<boolean>,
): Promise<{ plan: Plan; object: PlannedObject }> {
  const guarded = readable('plan', JSON.parse(Buffer.from(stored).toString()) as GuardedPlan);
  const { mac, ...facts } = guarded;
  if (!(await verifyMac(messageOf(facts), Buffer.from(mac, 'base64')))) {
    throw new PlanRejected(`the plan of ${revision.key} is not authentic`);
  }
  const { plan, object } = facts;
  const same = (it: Pick<PlannedObject, 'length' | 'sha256'>) =>
    it.length === revision.length && it.sha256 === revision.sha256;
  if (object.key !== revision.key || !same(object) || !same(plan)) {
    throw new PlanRejected(`the plan of ${revision.key} is another revision's`);
  }
  return { plan, object };
}
