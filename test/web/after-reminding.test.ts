import { describe, expect, it } from 'vitest';
import { afterReminding } from '../../web/console/detail/after-reminding.ts';
import { textsOf } from '../../web/console/texts/texts-of.ts';

const NOW = Date.parse('2026-12-02T09:00:00.000Z');
const PARTY = { id: 'p2', name: 'Paola Verdi', invitedAt: '2026-11-30T09:00:00.000Z' };
const ENVELOPE = { timeline: [], reminderDays: [1, 3, 7], deadline: '2026-12-06T22:59:59.000Z' };
const said = (envelope: Partial<typeof ENVELOPE> | object = {}) =>
  afterReminding({ ...ENVELOPE, ...envelope }, PARTY, textsOf('it'), 'it', NOW);

const reminded = (party: string, minutesAgo: number) => ({
  ...{ seq: 1, type: 'reminded', party, facts: {} },
  at: new Date(NOW - minutesAgo * 60_000).toISOString(),
});

describe('after a reminder by hand the sender is told', () => {
  it('when another may follow, and when the next goes by itself', () => {
    expect(said()).toMatch(
      /^Il promemoria per Paola Verdi è partito\. Può inviarne un altro dalle \d\d:01\. Il prossimo parte da solo il 3 dicembre 2026\.$/,
    );
  });

  it('the day, where the day’s six are used up; those of others do not count', () => {
    const mine = [0, 1, 2, 3, 4].map((hours) => reminded('p2', 60 + hours * 60));
    expect(said({ timeline: mine })).toMatch(/un altro dal 3 dicembre 2026/);
    expect(said({ timeline: mine.map((one) => ({ ...one, party: 'p1' })) })).toMatch(/dalle/);
  });

  it('nothing of a next one that would come after the deadline, or not at all', () => {
    for (const reminderDays of [[7], [1], []])
      expect(said({ reminderDays })).not.toMatch(/prossimo/);
  });
});
