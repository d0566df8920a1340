import type { TimelineItem } from '../sender-api.ts';

/** Entries up to which a timeline is shown in full. */
const MOST = 15;
const LATEST = 6;

/** Entries that advanced or ended the envelope. */
const MILESTONES = [
  ...['created', 'sent', 'signed', 'completed', 'declined', 'voided', 'expired', 'failed'],
  ...['purged'],
];

/** A long timeline, shortened to the latest entries and the earlier milestones; latest first. */
export const folded = (items: readonly TimelineItem[]): readonly TimelineItem[] =>
  items.length <= MOST
    ? items
    : items.filter(({ type }, index) => index < LATEST || MILESTONES.includes(type));
