import { type EntryType, NOT_SENT_YET } from '../../domain/ledger/entries.ts';
import type { TimelineItem } from '../sender/sender-answers.ts';
import type { TimelinePhrases } from './timeline-phrases.ts';

interface People {
  readonly owner: { readonly name: string };
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

interface Wording {
  readonly lines: TimelinePhrases;
  /** An instant as it stands after "until". */
  readonly deadline: (instant: string) => string;
}

/** One entry of the ledger as a sentence. */
export function lineOf(
  { type, party, facts }: TimelineItem,
  { parties, owner }: People,
  wording: Wording,
): string {
  const name = parties.find(({ id }) => id === party)?.name ?? owner.name;
  const line = Object.hasOwn(LINES, type) ? LINES[type as EntryType] : undefined;
  // An older page, still open after an upgrade, may receive entry types that it does not know.
  return line?.({ ...wording, name, owner: owner.name, facts }) ?? type;
}

interface Told extends Wording {
  /** Name of the party or person that the entry concerns. */
  readonly name: string;
  readonly owner: string;
  readonly facts: TimelineItem['facts'];
}

const word = (fact: TimelineItem['facts'][string] | undefined): string => String(fact ?? '');

const LINES: Readonly<Record<EntryType, (told: Told) => string>> = {
  created: ({ lines, owner }) => lines.created(owner),
  edited: ({ lines }) => lines.edited,
  'document.accepted': ({ lines, facts }) => lines.accepted(word(facts.name)),
  'document.refused': ({ lines, facts }) => lines.refused(word(facts.name)),
  placed: ({ lines, facts }) => lines.placed(Number(facts.fields)),
  filled: ({ lines }) => lines.filled,
  discarded: ({ lines }) => lines.discarded,
  sent: ({ lines, facts, deadline }) => lines.sent(deadline(word(facts.deadline))),
  prepared: ({ lines }) => lines.prepared,
  invited: ({ lines, facts, name }) =>
    facts.notice === 'reminder' ? lines.reminderSent(name) : lines.invited(name),
  opened: ({ lines, facts: { shown }, name }) =>
    shown ? lines.shown[shown === 'pdf' ? 'pdf' : 'drawn'](name) : lines.opened(name),
  consented: ({ lines, name }) => lines.consented(name),
  'code.sent': ({ lines, facts: { purpose, channel }, name }) =>
    purpose === 'decline'
      ? lines.codeToDeclineSent(name, word(channel))
      : lines.codeSent(name, word(channel)),
  'code.wrong': ({ lines, facts, name }) => lines.codeWrong(name, Number(facts.triesLeft)),
  'code.right': ({ lines, facts, name }) =>
    facts.purpose === 'decline' ? lines.codeToDeclineRight(name) : lines.codeRight(name),
  signed: ({ lines, name }) => lines.signed(name),
  appended: ({ lines, name }) => lines.appended(name),
  reported: ({ lines, facts, name }) =>
    facts.about === 'locked' ? lines.lockedOut(name) : lines.notMine(name),
  declined: ({ lines, facts, name }) => lines.declined(name, word(facts.reason)),
  voided: ({ lines, facts }) => lines.voided(word(facts.reason)),
  reminded: ({ lines, name }) => lines.reminded(name),
  're-sent': ({ lines, name }) => lines.resent(name),
  'contact.corrected': ({ lines, facts, name }) => lines.corrected(name, word(facts.channel)),
  'owner.changed': ({ lines, facts }) => lines.handedOver(word(facts.owner)),
  expired: ({ lines }) => lines.expired,
  failed: ({ lines }) => lines.failed,
  completed: ({ lines }) => lines.completed,
  delivered: ({ lines, facts, name }) => {
    if (facts.copy) return lines.copied(name, word(facts.copy));
    return facts.notice === 'notice' ? lines.told(name) : lines.delivered(name);
  },
  'delivery.failed': failureLine,
  stalled: ({ lines }) => lines.stalled,
  restarted: ({ lines }) => lines.restarted,
  purged: ({ lines }) => lines.purged,
  erased: ({ lines }) => lines.erased,
};

/** Includes the contact used for the message, if recorded, since the party's contact may have changed. */
function failureLine({ lines, facts: { kind, reason, channel }, name }: Told): string {
  const reached = channel ? `${name} (${channel})` : name;
  if (reason === NOT_SENT_YET) return lines.notSentYet(reached);
  if (kind === 'complaint') return lines.markedAsSpam(reached);
  return kind === 'delayed' ? lines.deliveryDelayed(reached) : lines.deliveryFailed(reached);
}
