import type { TimelineItem } from '../sender-api.ts';

/** Only the last entry of each of these types is shown, because it replaces the earlier ones. */
const REPLACED = ['edited', 'placed', 'filled'];

/** The timeline without superseded changes of the draft. */
export const shownEntries = (timeline: readonly TimelineItem[]): TimelineItem[] =>
  timeline.filter(
    ({ type, seq }) =>
      !REPLACED.includes(type) || !timeline.some((later) => later.type === type && later.seq > seq),
  );
