import type { Common } from '../envelope/envelope.ts';
import type { Party } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import type { Layout } from '../fields/working-draft.ts';
import type { AcceptedDocument } from '../ledger/entries.ts';
import type { Person, Place, TemplateContent } from './template.ts';

/** Name of a party's role, and whether its person is kept as the default. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly keepPerson: boolean;
}

type Source = Pick<Common, 'title' | 'language' | 'message' | 'schedule' | 'parties'>;

/**
 * Template content from an envelope. A party missing in `named` keeps name and person of the role with the same
 * id in `before`; without one it is refused, because a person's name is not the name of a role.
 */
export function contentFrom(
  { title, language, message, schedule, parties }: Source,
  { fields, values }: Layout,
  document: AcceptedDocument,
  named: readonly NamedPlace[],
  before: readonly Place[] = [],
): TemplateContent {
  const stranger = named.find(({ id }) => !parties.some((party) => party.id === id));
  if (stranger) throw new Refusal('place_unknown', { place: stranger.id });
  const { deadlineDays, reminderDays } = schedule;
  const { name, sha256, length, pages, removed } = document;
  return {
    ...{ title, language, ...(message && { message }) },
    places: parties.map((party) => placeOf(party, named, before)),
    ...{ deadlineDays, reminderDays, fields, values },
    document: { name, sha256, length, pages, removed },
  };
}

function placeOf(party: Party, named: readonly NamedPlace[], before: readonly Place[]): Place {
  const { id, role, turn, language, stamps, channel } = party;
  const facts = { id, role, turn, language, ...(stamps !== undefined && { stamps }) };
  const { name, person } = takenBy(party, named, before);
  return { ...facts, name, channel: channel.kind, ...(person && { person }) };
}

function takenBy(
  party: Party,
  named: readonly NamedPlace[],
  before: readonly Place[],
): { name: string; person?: Person | undefined } {
  const now = named.find(({ id }) => id === party.id);
  if (now) return { name: now.name, ...(now.keepPerson && { person: personOf(party) }) };
  const kept = before.find(({ id }) => id === party.id);
  if (!kept) throw new Refusal('place_unnamed', { name: party.name });
  return kept;
}

const personOf = ({ name, channel }: Party): Person => ({ name, channel });
