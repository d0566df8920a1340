import type { TimelineItem } from '../sender-api.ts';

/** A list that is not longer is shown whole. */
const MOST = 15;
const LATEST = 6;

/** What moved the envelope on or ended it. */
const MILESTONES = [
  ...['created', 'sent', 'signed', 'completed', 'declined', 'voided', 'expired', 'failed'],
  ...['purged'],
];

/** Of a long timeline, latest first: what came last, and the milestones before. */
export const folded = (items: readonly TimelineItem[]): readonly TimelineItem[] =>
  items.length <= MOST
    ? items
    : items.filter(({ type }, index) => index < LATEST || MILESTONES.includes(type));
