import { localeOf } from '../text/locale.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The days that a date field takes, ISO 8601; both belong to it. */
export interface DateRange {
  readonly earliest: string;
  readonly latest: string;
}

/** Nobody's birth, contract or deadline lies outside; digits typed in another order soon do (1126-02-09). */
const USUAL: DateRange = { earliest: '1900-01-01', latest: '2100-12-31' };

export const dateRangeOf = ({
  earliest,
  latest,
}: {
  readonly [K in keyof DateRange]?: string | undefined;
}): DateRange => ({
  earliest: earliest ?? USUAL.earliest,
  latest: latest ?? USUAL.latest,
});

export function isCalendarDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether the day lies in the range; ISO dates compare as they are written. */
export const isWithin = (date: string, { earliest, latest }: DateRange): boolean =>
  earliest <= date && date <= latest;

/** "2026-11-24" in Italian as "24 nov 2026". */
export function displayDate(value: string, language: string): string {
  if (!isCalendarDate(value)) return value;
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${value}T00:00:00Z`));
}
