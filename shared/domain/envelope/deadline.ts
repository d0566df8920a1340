import { Refusal } from '../errors.ts';

/** The longest deadline, in days; the lifecycle rule of `open/` keeps objects longer. */
export const MAX_DEADLINE_DAYS = 60;

/** The last calendar day (`YYYY-MM-DD`, in an IANA time zone) on which an envelope can be signed. */
export interface LastDay {
  readonly day: string;
  readonly timeZone: string;
}

const DAY_MS = 86_400_000;

export const dayIn = (instant: Date, timeZone: string): string => clockIn(instant, timeZone).day;

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;

/** The days that may be chosen, in the zone's calendar: tomorrow to MAX_DEADLINE_DAYS from today. */
export function deadlineDays(now: Date, timeZone: string): { earliest: string; latest: string } {
  const today = dayIn(now, timeZone);
  return { earliest: dayAfter(today, 1), latest: dayAfter(today, MAX_DEADLINE_DAYS) };
}

/**
 * Calendar days until the last day. Throws `deadline_out_of_range` with the earliest and the latest allowed.
 */
export function daysUntil({ day, timeZone }: LastDay, now: Date): number {
  const { earliest, latest } = deadlineDays(now, timeZone);
  if (day < earliest || day > latest)
    throw new Refusal('deadline_out_of_range', { earliest, latest });
  return daysBetween(dayIn(now, timeZone), day);
}

/**
 * 23:59:59 local time of that day, as an ISO 8601 UTC instant. Where clocks go back at midnight, 23:59:59
 * occurs twice; the later one counts.
 */
export function endOf({ day, timeZone }: LastDay): string {
  const wanted = Date.parse(`${day}T23:59:59Z`);
  const offsets = [-DAY_MS, DAY_MS].map((away) => offsetAt(new Date(wanted + away), timeZone));
  const ends = offsets.map((offset) => wanted - offset);
  const ofThatDay = ends.filter((end) => dayIn(new Date(end), timeZone) === day);
  return new Date(Math.max(...ofThatDay)).toISOString();
}

function offsetAt(instant: Date, timeZone: string): number {
  const { day, time } = clockIn(instant, timeZone);
  return Date.parse(`${day}T${time}Z`) - Math.floor(instant.getTime() / 1_000) * 1_000;
}

function clockIn(instant: Date, timeZone: string): { day: string; time: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone },
  });
  const at = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return { day: `${at.year}-${at.month}-${at.day}`, time: `${at.hour}:${at.minute}:${at.second}` };
}
