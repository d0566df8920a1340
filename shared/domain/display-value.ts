import { localeOf } from './locale.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A value as it is printed, and as every page shows it before: "2026-11-24" in Italian as "24 nov 2026". */
export function displayValue(kind: string, value: string, language: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (kind !== 'date' || !ISO_DATE.test(value) || Number.isNaN(date.getTime())) return value;
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.format(date);
}
