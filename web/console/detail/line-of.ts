import { NOT_SENT_YET } from '../../../shared/domain/entries.ts';
import { formatDeadline } from '../../ui/deadline.ts';
import type { Language } from '../../ui/language.ts';
import type { Envelope, TimelineItem } from '../sender-api.ts';
import type { Texts } from '../texts/texts.ts';

/** One entry of the ledger as a sentence. */
export function lineOf(
  { type, party, facts }: TimelineItem,
  { parties, owner }: Envelope,
  texts: Texts,
  language: Language,
): string {
  const name = parties.find(({ id }) => id === party)?.name ?? owner.name;
  const text = (fact: string) => String(facts[fact] ?? '');
  const lines = texts.timeline;
  switch (type) {
    case 'created':
      return lines.created(owner.name);
    case 'document.accepted':
      return lines.accepted(text('name'));
    case 'document.refused':
      return lines.refused(text('name'));
    case 'placed':
      return lines.placed(Number(facts.fields));
    case 'sent':
      return lines.sent(formatDeadline(text('deadline'), language));
    case 'invited':
      return facts.notice === 'reminder' ? lines.reminderSent(name) : lines.invited(name);
    case 'opened':
      return facts.shown
        ? lines.shown[facts.shown === 'pdf' ? 'pdf' : 'drawn'](name)
        : lines.opened(name);
    case 'consented':
      return lines.consented(name);
    case 'code.sent':
      return facts.purpose === 'decline'
        ? lines.codeToDeclineSent(name, text('channel'))
        : lines.codeSent(name, text('channel'));
    case 'code.wrong':
      return lines.codeWrong(name, Number(facts.triesLeft));
    case 'code.right':
      return facts.purpose === 'decline' ? lines.codeToDeclineRight(name) : lines.codeRight(name);
    case 'signed':
      return lines.signed(name);
    case 'appended':
      return lines.appended(name);
    case 'reported':
      return facts.about === 'locked' ? lines.lockedOut(name) : lines.notMine(name);
    case 'declined':
      return lines.declined(name, text('reason'));
    case 'voided':
      return lines.voided(text('reason'));
    case 'reminded':
      return lines.reminded(name);
    case 're-sent':
      return lines.resent(name);
    case 'contact.corrected':
      return lines.corrected(name, text('channel'));
    case 'owner.changed':
      return lines.handedOver(text('owner'));
    case 'delivered':
      if (facts.copy) return lines.copied(name, text('copy'));
      return facts.notice === 'notice' ? lines.told(name) : lines.delivered(name);
    case 'delivery.failed':
      return failureLine(facts, name, lines);
    case 'edited':
    case 'filled':
    case 'prepared':
    case 'expired':
    case 'failed':
    case 'completed':
    case 'stalled':
    case 'restarted':
    case 'purged':
      return lines[type];
    default:
      return type;
  }
}

/** With the contact that the message went to, where it is known: it may be another by now. */
function failureLine(
  { kind, reason, channel }: TimelineItem['facts'],
  name: string,
  lines: Texts['timeline'],
): string {
  const reached = channel ? `${name} (${channel})` : name;
  if (reason === NOT_SENT_YET) return lines.notSentYet(reached);
  if (kind === 'complaint') return lines.markedAsSpam(reached);
  return kind === 'delayed' ? lines.deliveryDelayed(reached) : lines.deliveryFailed(reached);
}
