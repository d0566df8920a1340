const HOUR_MS = 3_600_000;

/** ISO 8601 in and out. */
export const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * HOUR_MS).toISOString();
