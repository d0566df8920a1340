import type { FieldError } from '../../ui/use-errors.ts';
import type { Settings } from '../sender-api.ts';
import type { Texts } from '../texts/texts.ts';
import { inOrder } from './people-order.ts';
import { contactProblem, type Person } from './person.ts';

/** Missing details of the parties, in page order. */
export const problemsOf = (
  people: readonly Person[],
  { smsCountries, order }: Pick<Settings, 'smsCountries' | 'order'>,
  texts: Texts,
): FieldError[] =>
  inOrder(people, order).flatMap((person) => {
    const { id, name } = person;
    const contact = contactProblem(person, smsCountries);
    return [
      ...(name.trim() ? [] : [{ id: `${id}-name`, message: texts.people.nameMissing }]),
      ...(contact
        ? [{ id: `${id}-contact`, message: texts.people.contactWrong[contact](name) }]
        : []),
    ];
  });
