import type { TimelineItem } from '../sender-api.ts';

/** Of these only the last one counts: each replaces what the one before it said of the draft. */
const REPLACED = ['edited', 'placed', 'filled'];

/** What is told of the ledger: how a draft was worked on once, not at every step. */
export const toldEntries = (timeline: readonly TimelineItem[]): TimelineItem[] =>
  timeline.filter(
    ({ type, seq }) =>
      !REPLACED.includes(type) || !timeline.some((later) => later.type === type && later.seq > seq),
  );
