import type { Draft } from '../envelope/envelope.ts';
import type { Party } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import { type Field, namesOf, type Values } from './field.ts';
import { isOnPage } from './field-layout.ts';

/** Fields and the company's values while they are worked on: both may be unfinished. */
export interface Layout {
  readonly fields: readonly Field[];
  readonly values: Values;
}

/** As it was saved last. */
export interface SavedLayout extends Layout {
  /** Of the draft's newest entry then: what was placed later goes before it. */
  readonly seq: number;
  /** The page that saved it, and how often it had done so: of its saves one may overtake another. */
  readonly tab: string;
  readonly turn: number;
  /** ISO 8601. */
  readonly savedAt: string;
}

export const isSuperseded = ({ placed }: Draft, { seq }: SavedLayout): boolean =>
  placed !== undefined && placed.seq > seq;

/** The layout on the document of now: `outside` are fields for which another document has no place. */
export function laidOn({ document }: Pick<Draft, 'document'>, { fields, values }: Layout) {
  const fits = (field: Field) => !document || isOnPage(field, document.pages);
  return {
    fields: fields.filter(fits),
    outside: fields.filter((field) => !fits(field)),
    values: ownOf(fields, values),
  };
}

/** The values of the company's own fields. */
export const ownOf = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ id, party }) => {
      const value = Object.hasOwn(values, id) ? values[id] : undefined;
      return party === null && value !== undefined ? [[id, value]] : [];
    }),
  );

/** Whose party was removed: nobody's yet, until it is given to somebody. The company's are its own. */
export const isOfNobody = (
  { party }: Pick<Field, 'party'>,
  parties: readonly Pick<Party, 'id'>[],
): boolean => party !== null && !parties.some(({ id }) => id === party);

export function assertOfSomebody(fields: readonly Field[], parties: readonly Party[]): void {
  const lost = fields.find((field) => isOfNobody(field, parties));
  if (lost) throw new Refusal('field_of_nobody', namesOf(lost));
}
