import type { Envelope, Status } from '../sender-api.ts';
import { growingIntervals } from '../use-polling.ts';

const pace = growingIntervals(3_000, 20_000);

/** Most bounces arrive within this time; later ones are shown on the next visit to the page. */
const QUIET_MS = 15 * 60_000;
/** How long sending a failed mail is retried. */
const TRIED_MS = 24 * 3_600_000;

/** Whether the envelope can still change without an action on this page. */
const MOVES: Record<Status, (envelope: Envelope, now: number) => boolean> = {
  draft: () => false,
  preparing: () => true,
  signing: () => true,
  signed: () => true,
  completed: (envelope, now) =>
    !isQuiet(envelope, now, isEveryoneNotified(envelope) ? QUIET_MS : TRIED_MS),
  declined: (envelope, now) => !isQuiet(envelope, now),
  voided: (envelope, now) => !isQuiet(envelope, now),
  expired: (envelope, now) => !isQuiet(envelope, now),
  failed: (envelope, now) => !isQuiet(envelope, now),
  purged: () => false,
};

/** Delay in ms until the envelope is reloaded; undefined if nothing can change any more. */
export const pollDelay = (
  envelope: Envelope,
  unchanged: number,
  now: number,
): number | undefined => (MOVES[envelope.status](envelope, now) ? pace(unchanged) : undefined);

/** At the end each party and the sender get a message. */
function isEveryoneNotified({ parties, timeline }: Envelope): boolean {
  const end = timeline.findIndex(({ type }) => type === 'completed');
  const told = new Set(
    timeline
      .slice(end)
      .filter(({ type }) => type === 'delivered' || type === 'delivery.failed')
      .map(({ facts }) => facts.to),
  );
  return ['sender', ...parties.map(({ id }) => id)].every((one) => told.has(one));
}

const isQuiet = ({ timeline }: Envelope, now: number, quiet = QUIET_MS): boolean =>
  now - Date.parse(timeline.at(-1)?.at ?? '') > quiet;
