import type { EntryType } from '../domain/ledger/entries.ts';

type Follower = 'relay' | 'publish';

/**
 * What an entry of the ledger moves outside of it. `steered`: the workflow, and the list; `listed`: the
 * list; `told`: the bus, and the list only as the ledger stands; `silent`: nothing.
 */
type Moves = 'steered' | 'listed' | 'told' | 'silent';

const MOVES: Readonly<Record<EntryType, Moves>> = {
  created: 'listed',
  edited: 'listed',
  'document.accepted': 'silent',
  'document.refused': 'silent',
  /** The draft worked on last comes first. */
  placed: 'listed',
  filled: 'silent',
  discarded: 'listed',
  sent: 'steered',
  prepared: 'listed',
  invited: 'listed',
  /** Whoever opens a link can be reached after all: what failed to reach them is shown no longer. */
  opened: 'told',
  consented: 'silent',
  'code.sent': 'silent',
  'code.wrong': 'silent',
  'code.right': 'silent',
  signed: 'steered',
  appended: 'listed',
  reported: 'told',
  declined: 'steered',
  voided: 'steered',
  reminded: 'steered',
  're-sent': 'steered',
  'contact.corrected': 'steered',
  'owner.changed': 'listed',
  expired: 'steered',
  failed: 'steered',
  completed: 'listed',
  delivered: 'listed',
  'delivery.failed': 'listed',
  stalled: 'listed',
  restarted: 'steered',
  purged: 'listed',
  erased: 'listed',
};

const CALLED_FOR: Readonly<Record<Follower, readonly Moves[]>> = {
  relay: ['steered'],
  publish: ['steered', 'listed', 'told'],
};

/**
 * A follower that is not called for them is called for all others, also for those of a newer release.
 * Most entries move nothing, and each call would read the ledger whole.
 */
export const notCalledFor = (follower: Follower): EntryType[] =>
  (Object.keys(MOVES) as EntryType[]).filter((type) => !CALLED_FOR[follower].includes(MOVES[type]));

/** Whether the entry moves the list, whatever the ledger says besides; so does one of a newer release. */
export const isListed = (type: EntryType): boolean => !['told', 'silent'].includes(MOVES[type]);
