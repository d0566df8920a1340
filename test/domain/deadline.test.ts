import { describe, expect, it } from 'vitest';
import { daysUntil, deadlineDays, endOf } from '../../shared/domain/envelope/deadline.ts';

describe('the last day of an envelope', () => {
  it.each([
    ['in winter', '2026-12-14', 'Europe/Rome', '2026-12-14T22:59:59.000Z'],
    ['in summer', '2026-07-14', 'Europe/Rome', '2026-07-14T21:59:59.000Z'],
    ['when the clocks go forward', '2026-03-29', 'Europe/Rome', '2026-03-29T21:59:59.000Z'],
    ['the day before', '2026-03-28', 'Europe/Rome', '2026-03-28T22:59:59.000Z'],
    ['when they go back', '2026-10-25', 'Europe/Rome', '2026-10-25T22:59:59.000Z'],
    ['far to the east', '2026-12-14', 'Pacific/Kiritimati', '2026-12-14T09:59:59.000Z'],
    ['far to the west', '2026-12-14', 'Pacific/Pago_Pago', '2026-12-15T10:59:59.000Z'],
    ['half an hour off', '2026-12-14', 'Asia/Kolkata', '2026-12-14T18:29:59.000Z'],
    [
      'where the day begins an hour late',
      '2026-09-05',
      'America/Santiago',
      '2026-09-06T03:59:59.000Z',
    ],
    ['where the last hour comes twice', '2026-10-24', 'America/Nuuk', '2026-10-25T01:59:59.000Z'],
    ['where it comes twice, in the east', '2026-10-29', 'Africa/Cairo', '2026-10-29T21:59:59.000Z'],
    ['in UTC', '2026-12-14', 'UTC', '2026-12-14T23:59:59.000Z'],
  ])('ends one second before midnight %s', (_, day, timeZone, end) => {
    expect(endOf({ day, timeZone })).toBe(end);
  });

  it.each([
    ['2026-11-30T22:59:59Z', { earliest: '2026-12-01', latest: '2027-01-29' }],
    ['2026-11-30T23:00:00Z', { earliest: '2026-12-02', latest: '2027-01-30' }],
  ])('at %s is a day from tomorrow on, as the zone’s calendar has it', (now, days) => {
    expect(deadlineDays(new Date(now), 'Europe/Rome')).toEqual(days);
  });

  it('is refused outside of these, with the days that would do', () => {
    const now = new Date('2026-11-30T12:00:00Z');
    const until = (day: string) => daysUntil({ day, timeZone: 'Europe/Rome' }, now);
    expect(until('2026-12-01')).toBe(1);
    expect(until('2027-01-29')).toBe(60);
    for (const day of ['2026-11-30', '2027-01-30', '2020-01-01'])
      expect(() => until(day)).toThrow(
        expect.objectContaining({
          code: 'deadline_out_of_range',
          detail: { earliest: '2026-12-01', latest: '2027-01-29' },
        }),
      );
  });
});
