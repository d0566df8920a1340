import type { EntryType } from '../domain/ledger/entries.ts';

type Follower = 'relay' | 'publish';

/**
 * What a ledger entry affects. `steered`: the workflow and the list; `listed`: the list; `told`: the list
 * only if the ledger's state says so; each of them also the bus, if the type has an event. `silent`: nothing.
 */
type Moves = 'steered' | 'listed' | 'told' | 'silent';

const MOVES: Readonly<Record<EntryType, Moves>> = {
  created: 'listed',
  edited: 'listed',
  'document.accepted': 'silent',
  'document.refused': 'silent',
  /** The list is ordered by last change. */
  placed: 'listed',
  filled: 'silent',
  discarded: 'listed',
  sent: 'steered',
  prepared: 'listed',
  invited: 'listed',
  /** Opening a link may clear the party's delivery failure in the list. */
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
 * Entry types excluded by the follower's event filter, because each call reads the whole ledger. The filter
 * excludes rather than includes, so that entry types of a newer release still reach the follower.
 */
export const notCalledFor = (follower: Follower): EntryType[] =>
  (Object.keys(MOVES) as EntryType[]).filter((type) => !CALLED_FOR[follower].includes(MOVES[type]));

/** Whether an entry of this type always updates the list; true for types of a newer release. */
export const isListed = (type: EntryType): boolean => !['told', 'silent'].includes(MOVES[type]);
