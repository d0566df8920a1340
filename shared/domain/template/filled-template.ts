import type { Language, Party } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import type { Values } from '../fields/field.ts';
import { assertMarkFields } from '../fields/field-layout.ts';
import { checkedValues } from '../fields/field-values.ts';
import type { Person, Place, TemplateContent } from './template.ts';

/** Somebody for a place; in the place's language unless another is given. */
export interface NamedPerson extends Person {
  readonly place: string;
  readonly language?: Language | undefined;
}

/** The parties of an envelope: each place with its person, whom the use names or the template has. */
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
 * Stand-ins for the parties, by the rules for which a template is checked when it is kept: a place without
 * a person is called by its own name.
 */
export const standIns = ({ places }: Pick<TemplateContent, 'places'>): Party[] =>
  places.map(({ person, channel: _, name, ...place }) => ({
    ...place,
    ...(person ?? { name, channel: { kind: 'email', address: '' } }),
  }));

/** The template's values of the company's own fields, with those that the use gives in their place. */
export const valuesFrom = (
  { fields, values }: Pick<TemplateContent, 'fields' | 'values'>,
  given: Values,
): Values => checkedValues(fields, null, { ...values, ...given }, { complete: false });

/** Refuses what could not be sent, before anything of it is made. */
export function assertSendable(
  { fields }: Pick<TemplateContent, 'fields'>,
  parties: readonly Party[],
  values: Values,
): void {
  assertMarkFields(fields, parties);
  checkedValues(fields, null, values, { complete: true });
}
