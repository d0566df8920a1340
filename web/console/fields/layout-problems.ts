import { FIELD_RULES, isMarkKind } from '../../../shared/domain/fields/field-kinds.ts';
import { isUnassigned } from '../../../shared/domain/fields/working-draft.ts';
import type { FieldError } from '../../ui/use-errors.ts';
import type { Field, Party } from '../sender-api.ts';
import { isDefaultName } from '../texts/default-names.ts';
import type { Texts } from '../texts/texts.ts';
import type { Judge } from './fitting.ts';
import type { Layout } from './history.ts';

/** Element to focus: the field's box, or a control that exists only once the field is selected. */
export interface LayoutError extends FieldError {
  readonly field?: string;
}

/** The layout as it is sent: no empty labels, no blank options, values of company fields only. */
export const submittedLayout = ({ fields, values }: Layout, texts: Texts): Layout => ({
  values: Object.fromEntries(
    fields.flatMap(({ id, party }) => {
      const value = values[id];
      return party === null && value !== undefined ? [[id, value]] : [];
    }),
  ),
  fields: fields.map((field) => ({
    ...field,
    label: field.label.trim() || texts.fields.kinds[field.kind],
    ...(field.options && { options: field.options.map((option) => option.trim()).filter(Boolean) }),
  })),
});

/** Parties read the label when they fill the field in; the company's own fields need none. */
export const isUnnamed = ({ kind, party, label }: Field): boolean =>
  party !== null && !isMarkKind(kind) && isDefaultName(label);

/** What is missing before sending: signature fields, stamps, choices, company values, room for values. */
export function layoutProblems(
  { fields, values }: Layout,
  parties: readonly Party[],
  most: number,
  texts: Texts,
  unfit: Judge,
): LayoutError[] {
  const has = (party: string, kind: string) =>
    fields.some((field) => field.party === party && field.kind === kind);
  const unsigned = parties.filter(({ id }) => !has(id, 'signature'));
  const unstamped = parties.filter(({ id, stamps }) => stamps && !has(id, 'stamp'));
  const unfilled = fields.filter(
    ({ id, party, required }) => party === null && required && values[id] === undefined,
  );
  const choiceless = fields.filter(
    (field) => FIELD_RULES[field.kind].problem?.(field) === 'options',
  );
  const lost = fields.filter((field) => isUnassigned(field, parties));
  const tooMany = fields.length > most;
  return [
    ...(tooMany
      ? [{ id: 'fields-heading', message: texts.fields.tooMany(fields.length, most) }]
      : []),
    ...unsigned.map(({ name }) => ({
      id: 'fields-heading',
      message: texts.fields.signatureMissing(name),
    })),
    ...unstamped.map(({ name }) => ({
      id: 'fields-heading',
      message: texts.fields.stampMissing(name),
    })),
    ...lost.map(({ id, label }) => ({
      id: `field-${id}`,
      message: texts.fields.ofNobody(label),
    })),
    ...fields.filter(isUnnamed).map(({ id, label, page }) => ({
      id: 'field-label',
      field: id,
      message: texts.fields.unnamed(label, page + 1),
    })),
    ...unfilled.map(({ id, label }) => ({
      id: `value-${id}`,
      field: id,
      message: texts.fields.valueMissing(label),
    })),
    ...choiceless.map(({ id, label }) => ({
      id: `field-${id}`,
      message: texts.fields.optionsMissing(label),
    })),
    ...fields.flatMap((field) => {
      const message = unfit(field);
      return message ? [{ id: `field-${field.id}`, message }] : [];
    }),
  ];
}
