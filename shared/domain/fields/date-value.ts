import { localeOf } from '../text/locale.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Allowed days of a date field (ISO 8601), both inclusive. */
export interface DateRange {
  readonly earliest: string;
  readonly latest: string;
}

/** Default range: catches mistyped years such as 1126-02-09. */
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

/** ISO 8601 days compare as strings. */
export const isWithin = (date: string, { earliest, latest }: DateRange): boolean =>
  earliest <= date && date <= latest;

/** For display: "2026-11-24" is "24 nov 2026" in Italian. */
export function displayDate(value: string, language: string): string {
  if (!isCalendarDate(value)) return value;
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${value}T00:00:00Z`));
}
