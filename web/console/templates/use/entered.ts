import { isMarkKind } from '../../../../shared/domain/fields/field-kinds.ts';
import { channelOf, contactOf, type Person } from '../../draft/person.ts';
import type { Field, Place, Template, TemplateUse, Values } from '../../sender-api.ts';

/** What is entered to use a template; what is not said is the template's. */
export interface Entered {
  /** People entered by role; roles that keep their default person are absent. */
  readonly people: readonly Person[];
  readonly values: Values;
  readonly title?: string | undefined;
  readonly message?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined;
}

/** An empty entry. */
export const blankIn = (place: Place, country: string, isTextable: boolean): Person => ({
  ...{ id: place.id, role: place.role, name: '', language: place.language },
  ...{ together: false, stamps: false, address: '', number: '', country },
  kind: isTextable ? place.channel : 'email',
});

/** The company's fields that the template leaves empty. */
export const openFields = ({ fields, values }: Template): Field[] =>
  fields.filter(({ id, party, kind }) => party === null && !isMarkKind(kind) && !(id in values));

export const inTurns = ({ places }: Pick<Template, 'places'>): Place[] =>
  [...places].sort((a, b) => a.turn - b.turn);

/** The role's name, or the person entered for it. */
export function personIn(place: Place, { people }: Entered, country: string): Person {
  const named = people.find(({ id }) => id === place.id);
  if (named || !place.person) return named ?? blankIn(place, country, true);
  const { name, channel } = place.person;
  return { ...blankIn(place, country, true), name, ...contactOf(channel, country) };
}

export const inputOf = (
  { version }: Template,
  { people, values, title, message, day }: Entered,
  send: boolean,
): TemplateUse => ({
  people: people.map((person) => ({
    place: person.id,
    name: person.name.trim(),
    channel: channelOf(person),
    language: person.language,
  })),
  ...{ values, version, send },
  ...(title !== undefined && { title }),
  ...(message !== undefined && { message }),
  ...(day !== undefined && { deadlineDate: day }),
});
