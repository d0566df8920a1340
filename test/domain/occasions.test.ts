import { describe, expect, it } from 'vitest';
import {
  isMessageRequest,
  linkOccasions,
  occasionOf,
} from '../../shared/domain/ledger/occasions.ts';
import { correctContact, remind, resend } from '../../shared/domain/transitions/sender-acts.ts';
import { hash, minutesLater, running, SENDER } from './envelope-story.ts';

const HOUR = 60;
const by = (hours: number) => ({ actor: SENDER, now: minutesLater(hours * HOUR) });
const CHANNEL = { kind: 'sms', number: '+393331234567' } as const;

const story = running()
  .shownTo('d1', hash('0'), HOUR)
  .decide(by(30), (envelope) => remind(envelope, 'd1', by(30).now))
  .decide(by(60), (envelope) => resend(envelope, 'd1', by(60).now))
  .decide(by(90), (envelope) => correctContact(envelope, 'c1', CHANNEL, by(90).now))
  .decide(by(120), (envelope) => correctContact(envelope, 'd1', CHANNEL, by(120).now));

describe('the messages that may have carried a link to a party', () => {
  const requests = story.entries.filter(isMessageRequest);

  it('are the first, those that its sender asked for, and the reminders', () => {
    const [reminded, sentAgain, , corrected] = requests.map(occasionOf);
    expect(linkOccasions('d1', story.entries, { reminderDays: [3, 7] })).toEqual([
      ...['first', reminded, sentAgain, corrected],
      ...['reminder-3', 'reminder-7'],
    ]);
  });

  it('are none of another party', () => {
    const corrected = requests.find(({ data }) => data.party === 'c1');
    const occasions = linkOccasions('c1', story.entries, { reminderDays: [] });
    expect(occasions).toEqual(['first', `wish-${corrected?.seq}`]);
  });
});
