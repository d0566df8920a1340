import { expect, test } from 'vitest';
import { formatDeadline } from '../../web/ui/deadline.ts';

test.each([
  ['2026-12-08T13:33:00Z', 'le 14:33 dell’8 dicembre 2026 (CET)'],
  ['2026-07-11T22:05:00Z', 'le 00:05 del 12 luglio 2026 (CEST)'],
  ['2026-07-11T12:05:00Z', 'le 14:05 dell’11 luglio 2026 (CEST)'],
  ['2026-12-18T13:33:00Z', 'le 14:33 del 18 dicembre 2026 (CET)'],
])('in Italian %s reads "entro %s"', (instant, written) => {
  expect(formatDeadline(instant, 'it', 'Europe/Rome')).toBe(written);
});

test.each(['en', 'de', 'fr', 'es'] as const)(
  'in "%s" a deadline has its day, hour and zone',
  (language) => {
    const written = formatDeadline('2026-12-08T13:33:00Z', language);
    expect(written).toMatch(/8/);
    expect(written).toMatch(/2026/);
    expect(written).toMatch(/\d\d:33/);
    expect(written).toMatch(/UTC|GMT|CET|MEZ/);
  },
);
