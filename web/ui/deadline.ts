import { del } from '../../shared/contract/dates/italian-day.ts';
import { localeOf } from '../../shared/domain/text/locale.ts';
import { formatInstant, type Language } from './language.ts';

/**
 * An instant in the form used after "until": day, hour and zone; in Italian after "entro", as "le 14:33
 * dell’8 dicembre 2026 (CET)".
 */
export const formatDeadline = (instant: string, language: Language, timeZone?: string): string =>
  language === 'it' ? inItalian(instant, timeZone) : formatInstant(instant, language);

function inItalian(instant: string, timeZone: string | undefined): string {
  const format = new Intl.DateTimeFormat('it', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const day = del(`${parts.day} ${parts.month} ${parts.year}`);
  return `le ${parts.hour}:${parts.minute} ${day} (${parts.timeZoneName})`;
}

/** Weekday, day, hour and zone of an instant in the given time zone, as a phrase of its own. */
export function formatMoment(instant: string, language: Language, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone });
  const at = new Date(instant);
  const zone = format({ hour: '2-digit', timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return {
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at),
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at),
    zone: zone?.value ?? timeZone,
  };
}
