import type { SigningOrder } from '../../../shared/domain/envelope/signing-order.ts';
import type { EnvelopeFacts } from '../sender-api.ts';
import { channelOf, type Person } from './person.ts';

type Side = Person['role'];

/** Display order. If the company signs first, its side comes before the other one. */
export const inOrder = (people: readonly Person[], order: SigningOrder): Person[] =>
  order === 'directorFirst'
    ? [...ofSide(people, 'director'), ...ofSide(people, 'client')]
    : [...people];

const ofSide = (people: readonly Person[], side: Side): Person[] =>
  people.filter(({ role }) => role === side);

/** Whether two neighbours may share a turn or swap places. */
export const mayMix = (one: Person | undefined, other: Person | undefined, order: SigningOrder) =>
  one !== undefined && other !== undefined && (order === 'any' || one.role === other.role);

/** Turn of each person, from 0; the list must be in order. */
export function turnsFrom(ordered: readonly Person[], order: SigningOrder): number[] {
  let turn = -1;
  return ordered.map((person, index) => {
    if (!(person.together && mayMix(ordered[index - 1], person, order))) turn += 1;
    return turn;
  });
}

export function partiesFrom(
  people: readonly Person[],
  order: SigningOrder,
): EnvelopeFacts['parties'] {
  const ordered = inOrder(people, order);
  const turns = turnsFrom(ordered, order);
  return ordered.map((person, index) => {
    const { id, role, name, language, stamps } = person;
    const turn = turns[index]!;
    return { id, role, turn, name: name.trim(), channel: channelOf(person), language, stamps };
  });
}

/** Swaps a person with the previous or next one; the turns themselves stay. */
export function moved(
  people: readonly Person[],
  id: string,
  by: -1 | 1,
  order: SigningOrder,
): Person[] {
  const ordered = inOrder(people, order);
  const from = ordered.findIndex((one) => one.id === id);
  const [person, other] = [ordered[from], ordered[from + by]];
  if (!person || !other || !mayMix(person, other, order)) return ordered;
  const inPlace = new Map([
    [person, { ...other, together: person.together }],
    [other, { ...person, together: other.together }],
  ]);
  return ordered.map((one) => inPlace.get(one) ?? one);
}

/** A director is inserted before the clients while all directors precede them; everyone else is appended. */
export function withPerson(people: readonly Person[], person: Person): Person[] {
  const at = people.findIndex(({ role }) => role === 'client');
  const isFirst = people.slice(at).every(({ role }) => role === 'client');
  const opensTurn = at === 0 || !people[at]?.together;
  return person.role === 'director' && at >= 0 && isFirst && opensTurn
    ? placed(people, person, at)
    : [...people, person];
}

const placed = (people: readonly Person[], person: Person, at: number): Person[] => [
  ...people.slice(0, at),
  person,
  ...people.slice(at),
];

/** A removed person, their position, and who starts the turn in their place. */
export interface Removed {
  readonly person: Person;
  readonly at: number;
  readonly heir?: string | undefined;
}

export function removedFrom(people: readonly Person[], person: Person): Removed {
  const at = people.findIndex(({ id }) => id === person.id);
  const next = people[at + 1];
  return { person, at, heir: next?.together && !person.together ? next.id : undefined };
}

export const withoutPerson = (people: readonly Person[], { person, heir }: Removed): Person[] =>
  people
    .filter(({ id }) => id !== person.id)
    .map((one) => (one.id === heir ? { ...one, together: false } : one));

export const withRemoved = (people: readonly Person[], { person, at, heir }: Removed): Person[] =>
  placed(
    people.map((one, index) =>
      one.id === heir && index === at ? { ...one, together: true } : one,
    ),
    person,
    at,
  );
