import type { Language, Party } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import type { Values } from '../fields/field.ts';
import { assertMarkFields } from '../fields/field-layout.ts';
import { checkedValues } from '../fields/field-values.ts';
import type { Person, Place, TemplateContent } from './template.ts';

/** A person for a role; with the role's language unless another is given. */
export interface NamedPerson extends Person {
  readonly place: string;
  readonly language?: Language | undefined;
}

/** Parties of an envelope: each role with its person, from the use or else the template. */
export function partiesFrom(
  { places }: Pick<TemplateContent, 'places'>,
  people: readonly NamedPerson[],
): Party[] {
  const named = new Map(people.map((person) => [person.place, person]));
  if (named.size < people.length) throw new Refusal('parties_invalid', { problem: 'same_id' });
  const stranger = people.find(({ place }) => !places.some(({ id }) => id === place));
  if (stranger) throw new Refusal('place_unknown', { place: stranger.place });
  return places.map((place) => partyIn(place, named.get(place.id)));
}

function partyIn(place: Place, named: NamedPerson | undefined): Party {
  const { name: placeName, channel: _, person: usual, ...rest } = place;
  const person = named ?? usual;
  if (!person) throw new Refusal('person_missing', { place: placeName });
  const { name, channel } = person;
  return { ...rest, name, channel, ...(named?.language && { language: named.language }) };
}

/**
 * Placeholder parties with which a template is validated when it is saved: a role without a person uses its own
 * name.
 */
export const standIns = ({ places }: Pick<TemplateContent, 'places'>): Party[] =>
  places.map(({ person, channel: _, name, ...place }) => ({
    ...place,
    ...(person ?? { name, channel: { kind: 'email', address: '' } }),
  }));

/** The template's values of the company's own fields, overridden by those of the use. */
export const valuesFrom = (
  { fields, values }: Pick<TemplateContent, 'fields' | 'values'>,
  given: Values,
): Values => checkedValues(fields, null, { ...values, ...given }, { complete: false });

/** Refuses what could not be sent, before anything is created. */
export function assertSendable(
  { fields }: Pick<TemplateContent, 'fields'>,
  parties: readonly Party[],
  values: Values,
): void {
  assertMarkFields(fields, parties);
  checkedValues(fields, null, values, { complete: true });
}
