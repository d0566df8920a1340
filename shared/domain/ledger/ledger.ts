import { sha256 } from '../sha256.ts';
import { canonicalJson } from './canonical-json.ts';
import type { EntryData, EntryType } from './entries.ts';

/** Who caused an entry. A party's address and browser are evidence; a link or code never is. */
export type Actor =
  | { readonly kind: 'sender'; readonly subject: string }
  | {
      readonly kind: 'party';
      readonly party: string;
      readonly address?: string;
      readonly agent?: string;
    }
  | { readonly kind: 'system'; readonly task: string };

/** What a transition decides to record. The ledger adds who decided, and when. */
export type Decision<T extends EntryType = EntryType> = {
  readonly [K in T]: { readonly type: K; readonly data: EntryData[K] };
}[T];

/** Who decides, and at what instant. */
export interface By {
  readonly actor: Actor;
  readonly now: Date;
}

/** What writes into ledgers in nobody's name: tasks, and commands of the operator. */
export type SystemTask =
  | 'intake'
  | 'invite'
  | 'seal'
  | 'deliver'
  | 'feedback'
  | 'purge'
  | 'sweep'
  | 'erase'
  | 'restore';

export const bySystem = (task: SystemTask, now: Date): By => ({
  actor: { kind: 'system', task },
  now,
});

/** A decision with who made it and when, before it has a place in the ledger. */
export type NewEntry<T extends EntryType = EntryType> = Decision<T> & {
  readonly actor: Actor;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/**
 * One accepted command. `seq` starts at 0 without gaps; `at` is ISO 8601 in UTC; `hash` is the
 * SHA-256 of the canonical JSON (RFC 8785) of all the rest, `previous` the hash before it.
 */
export type Entry<T extends EntryType = EntryType> = NewEntry<T> & {
  /** Of the form of `data`; absent for the first (see `readableEntry`). */
  readonly version?: number;
  readonly envelopeId: string;
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
};

/** What the first entry has for `previous`: no entry can hash to it. */
export const GENESIS = '0'.repeat(64);

export interface LedgerHead {
  readonly id: string;
  readonly seq: number;
  readonly head: string;
  readonly updatedAt: string;
}

/**
 * Gives a decision its place after `last` (undefined for a new envelope). Time never runs back in a
 * ledger, though the clocks of two machines may differ: an entry is no earlier than the one before.
 */
export function chained(
  envelopeId: string,
  last: LedgerHead | undefined,
  { actor, now }: By,
  { type, data }: Decision,
): Entry {
  const at = now.toISOString();
  const entry = { type, actor, at: last && last.updatedAt > at ? last.updatedAt : at, data };
  const linked = {
    ...withoutUndefined(entry as NewEntry),
    envelopeId,
    seq: last ? last.seq + 1 : 0,
    previous: last?.head ?? GENESIS,
  };
  return { ...linked, hash: sha256(canonicalJson(linked)) } as Entry;
}

const withoutUndefined = (entry: NewEntry): NewEntry => JSON.parse(JSON.stringify(entry));

export type ChainFault = {
  readonly seq: number;
  readonly fault: 'gap' | 'link' | 'hash' | 'envelope';
};

/** The first place where a chain is broken, or undefined for a whole one. */
export function chainFault(entries: readonly Entry[]): ChainFault | undefined {
  let previous = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const { hash, ...rest } = entry;
    if (entry.seq !== index) return { seq: index, fault: 'gap' };
    if (entry.envelopeId !== entries[0]!.envelopeId) return { seq: index, fault: 'envelope' };
    if (entry.previous !== previous) return { seq: index, fault: 'link' };
    if (sha256(canonicalJson(rest)) !== hash) return { seq: index, fault: 'hash' };
    previous = hash;
  }
  return undefined;
}

/** The whole chain as the JSON file that `npm run ledger -- verify` checks on its own. */
export const ledgerFile = (entries: readonly Entry[]): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(entries, undefined, 2)}\n`);
