import type { OwnValues } from '../../shared/contract/own-values.ts';
import type { Preparing } from '../../shared/domain/envelope.ts';
import type { Field } from '../../shared/domain/field.ts';
import type { DocumentLayout, LaidField } from '../../shared/pdf/intake.ts';

/** What `prepareDocument` lays out for an envelope. */
export const layoutOf = (
  envelope: Preparing,
  values: OwnValues,
  certificatePages: number,
): DocumentLayout => ({
  envelopeId: envelope.id,
  title: envelope.title,
  language: envelope.language,
  parties: envelope.parties.map(({ id }) => ({ id })),
  fields: envelope.fields.map((field) => laid(field, values)),
  certificatePages,
});

function laid({ required: _, options, ...field }: Field, values: OwnValues): LaidField {
  const value = field.party === null ? values[field.id] : undefined;
  return {
    ...field,
    ...(options && { options: [...options] }),
    ...(value !== undefined && { value }),
  };
}
