import type { EntryType } from '../domain/entries.ts';

type Follower = 'relay' | 'publish';

const BOTH = ['relay', 'publish'] as const;
const NONE = [] as const;

/**
 * Who is called for an entry of the ledger: `relay` where it moves the workflow or the list, `publish`
 * where it is told on the bus besides. For the others nobody is called: most entries change nothing
 * outside the ledger, and each call would read it whole and write the list with all its indexes.
 */
const CALLED_FOR: Readonly<Record<EntryType, readonly Follower[]>> = {
  created: BOTH,
  edited: BOTH,
  'document.accepted': NONE,
  'document.refused': NONE,
  /** The draft worked on last comes first. */
  placed: BOTH,
  filled: NONE,
  discarded: BOTH,
  sent: BOTH,
  prepared: BOTH,
  invited: BOTH,
  opened: ['publish'],
  consented: NONE,
  'code.sent': NONE,
  'code.wrong': NONE,
  'code.right': NONE,
  signed: BOTH,
  appended: BOTH,
  reported: ['publish'],
  declined: BOTH,
  voided: BOTH,
  reminded: BOTH,
  're-sent': BOTH,
  'contact.corrected': BOTH,
  'owner.changed': BOTH,
  expired: BOTH,
  failed: BOTH,
  completed: BOTH,
  delivered: BOTH,
  'delivery.failed': BOTH,
  stalled: BOTH,
  restarted: BOTH,
  purged: BOTH,
  erased: BOTH,
};

/** A follower that is not called for them is called for all others, also for those of a newer release. */
export const notCalledFor = (follower: Follower): EntryType[] =>
  (Object.keys(CALLED_FOR) as EntryType[]).filter((type) => !CALLED_FOR[type].includes(follower));

/** Whether the entry moves the list. */
export const isListed = (type: EntryType): boolean => CALLED_FOR[type].includes('relay');
