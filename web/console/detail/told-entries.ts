import type { TimelineItem } from '../sender-api.ts';

/** Only the last of these counts: each replaces the draft's state as of the one before. */
const REPLACED = ['edited', 'placed', 'filled'];

/** What is told of the ledger: how a draft was worked on once, not at every step. */
export const toldEntries = (timeline: readonly TimelineItem[]): TimelineItem[] =>
  timeline.filter(
    ({ type, seq }) =>
      !REPLACED.includes(type) || !timeline.some((later) => later.type === type && later.seq > seq),
  );
