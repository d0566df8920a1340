import { sha256 } from '../sha256.ts';
import { canonicalJson } from './canonical-json.ts';
import type { EntryData, EntryType } from './entries.ts';

/**
 * Who caused an entry. A party's IP address and user agent are evidence; its link or code is never recorded.
 */
export type Actor =
  | {
      readonly kind: 'sender';
      readonly subject: string;
      /** The token that acted for the envelope's owner; `subject` is then its own. */
      readonly machine?: { readonly id: string; readonly name: string };
    }
  | {
      readonly kind: 'party';
      readonly party: string;
      readonly address?: string;
      readonly agent?: string;
    }
  | { readonly kind: 'system'; readonly task: string };

/** What a transition decides to record, before actor and time are added. */
export type Decision<T extends EntryType = EntryType> = {
  readonly [K in T]: { readonly type: K; readonly data: EntryData[K] };
}[T];

/** The actor of a decision and its time. */
export interface By {
  readonly actor: Actor;
  readonly now: Date;
}

/** Writers that act for no person: tasks, and operator commands. */
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

/** A decision with actor and time, not yet chained to the ledger. */
export type NewEntry<T extends EntryType = EntryType> = Decision<T> & {
  readonly actor: Actor;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/**
 * One accepted command. `seq` counts from 0 without gaps; `at` is ISO 8601 in UTC; `hash` is the SHA-256 of
 * the canonical JSON (RFC 8785) of all other members; `previous` is the preceding entry's hash.
 */
export type Entry<T extends EntryType = EntryType> = NewEntry<T> & {
  /** Version of `data`; absent means 1 (see `readableEntry`). */
  readonly version?: number;
  readonly envelopeId: string;
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
};

/** `previous` of the first entry. */
export const GENESIS = '0'.repeat(64);

export interface LedgerHead {
  readonly id: string;
  readonly seq: number;
  readonly head: string;
  readonly updatedAt: string;
}

/**
 * Chains a decision to `last` (undefined for a new envelope). `at` is never earlier than that of `last`, even
 * if the writers' clocks differ.
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

/** Where the chain is first broken; undefined if it is intact. */
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

/** The chain as a JSON file, which `npm run ledger -- verify` checks offline. */
export const ledgerFile = (entries: readonly Entry[]): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(entries, undefined, 2)}\n`);
