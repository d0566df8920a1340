import type { Draft } from '../envelope/envelope.ts';
import type { Party } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import { type Field, namesOf, type Values } from './field.ts';
import { isOnPage } from './field-layout.ts';

/** Fields and the company's values during editing; both may be incomplete. */
export interface Layout {
  readonly fields: readonly Field[];
  readonly values: Values;
}

/** The working draft as last saved (`draft.json`). */
export interface SavedLayout extends Layout {
  /** `seq` of the draft's newest ledger entry at that time; placements recorded later take precedence. */
  readonly seq: number;
  /** Random id of the browser tab, and its save count: a save that arrives out of order is dropped. */
  readonly tab: string;
  readonly turn: number;
  /** ISO 8601. */
  readonly savedAt: string;
}

export const isSuperseded = ({ placed }: Draft, { seq }: SavedLayout): boolean =>
  placed !== undefined && placed.seq > seq;

/** The layout on the current document; `outside` lists fields that do not fit on its pages. */
export function layoutOn({ document }: Pick<Draft, 'document'>, { fields, values }: Layout) {
  const fits = (field: Field) => !document || isOnPage(field, document.pages);
  return {
    fields: fields.filter(fits),
    outside: fields.filter((field) => !fits(field)),
    values: companyValues(fields, values),
  };
}

/** The values of the company's own fields. */
export const companyValues = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ id, party }) => {
      const value = Object.hasOwn(values, id) ? values[id] : undefined;
      return party === null && value !== undefined ? [[id, value]] : [];
    }),
  );

/** Whether the field's party was removed. Company fields (`party` null) are never unassigned. */
export const isUnassigned = (
  { party }: Pick<Field, 'party'>,
  parties: readonly Pick<Party, 'id'>[],
): boolean => party !== null && !parties.some(({ id }) => id === party);

export function assertAssigned(fields: readonly Field[], parties: readonly Party[]): void {
  const lost = fields.find((field) => isUnassigned(field, parties));
  if (lost) throw new Refusal('field_of_nobody', namesOf(lost));
}
