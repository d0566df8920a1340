import type * as z from 'zod';
import type { TimelineItem } from '../../../shared/contract/sender/sender-answers.ts';
import { type Channel, maskedChannel } from '../../../shared/domain/envelope/party.ts';
import { contactsOf, failureKind } from '../../../shared/domain/envelope/undelivered.ts';
import type { EntryData } from '../../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';

type Item = z.input<typeof TimelineItem>;
type Facts = Item['facts'];

/** The envelope's history: facts for people, contacts masked, no field values. */
export function timelineOf(entries: readonly Entry[]): Item[] {
  const completed = entries.some(({ type }) => type === 'completed');
  return entries.map((entry) => {
    const item = itemOf(entry, completed);
    return { ...item, facts: { ...item.facts, ...reachedAt(entry, entries) } };
  });
}

/** The contact to which a failed message went, which may have been corrected since. */
function reachedAt({ type, data }: Entry, entries: readonly Entry[]): Facts {
  if (type !== 'delivery.failed') return {};
  const channel =
    data.notice === 'copy'
      ? copyChannel(entries, data.to)
      : contactsOf(entries, data.to)[data.round ?? -1];
  return channel ? { channel: maskedChannel(channel) } : {};
}

function copyChannel(entries: readonly Entry[], party: string): Channel | undefined {
  const signed = entries.find(({ type, data }) => type === 'signed' && data.party === party);
  const address = (signed as Entry<'signed'> | undefined)?.data.copyAddress;
  return address === undefined ? undefined : { kind: 'email', address };
}

function itemOf(entry: Entry, completed: boolean): Item {
  const { seq, at, type, actor } = entry;
  const facts = (FACTS[type] as (data: Entry['data']) => Facts)(entry.data);
  const party = partyOf(entry);
  const address = actor.kind === 'party' && actor.address ? { address: actor.address } : {};
  const sent: Facts = type === 'delivered' ? { notice: completed ? 'delivery' : 'notice' } : {};
  const by = actor.kind === 'sender' && actor.machine ? { machine: actor.machine.name } : {};
  return {
    seq,
    at,
    type,
    ...(party && { party }),
    facts: { ...facts, ...sent, ...address, ...by },
  };
}

function partyOf({ data }: Entry): string | undefined {
  if ('party' in data) return data.party;
  return 'to' in data && data.to !== 'sender' ? data.to : undefined;
}

const none = (): Facts => ({});

const FACTS: { [T in keyof EntryData]: (data: EntryData[T]) => Facts } = {
  created: ({ parties }) => ({ parties: parties.length }),
  edited: ({ parties }) => ({ parties: parties.length }),
  'document.accepted': ({ name, pages, removed }) => ({
    name,
    pages: pages.length,
    removed: removed.join(', '),
  }),
  'document.refused': ({ name, code }) => ({ name, code }),
  placed: ({ fields }) => ({ fields: fields.length }),
  filled: ({ fields }) => ({ fields: fields.length }),
  discarded: none,
  sent: ({ deadline }) => ({ deadline }),
  prepared: ({ revision: { sha256, length } }) => ({ sha256, length }),
  invited: ({ notice }) => ({ notice }),
  opened: ({ shown }) => (shown ? { shown } : {}),
  consented: ({ version, language }) => ({ version, language }),
  'code.sent': ({ channel, purpose = 'sign' }) => ({ channel, purpose }),
  'code.wrong': ({ triesLeft }) => ({ triesLeft }),
  'code.right': ({ purpose = 'sign' }) => ({ purpose }),
  reported: ({ about }) => ({ about }),
  signed: ({ method, stamp }) => ({ method, stamp }),
  appended: ({ revision: { number, sha256 } }) => ({ revision: number, sha256 }),
  declined: ({ reason }) => ({ reason }),
  voided: ({ reason }) => ({ reason }),
  reminded: none,
  're-sent': none,
  'contact.corrected': ({ channel }) => ({ channel: maskedChannel(channel) }),
  'owner.changed': ({ owner }) => ({ owner: owner.name }),
  expired: none,
  failed: ({ stage, code }) => ({ stage, code }),
  completed: ({ file: { sha256, length } }) => ({ sha256, length }),
  delivered: ({ to, attached, copy }) => ({ to, attached, ...(copy !== undefined && { copy }) }),
  'delivery.failed': ({ to, notice, reason, kind }) => ({
    ...{ to, notice, reason },
    kind: failureKind({ reason, ...(kind && { kind }) }),
  }),
  stalled: none,
  restarted: none,
  purged: none,
  erased: none,
};
