import type * as z from 'zod';
import type { PlacedField } from '../../../shared/contract/sender/sender-answers.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';

export const fieldOf = ({
  options,
  multiline,
  earliest,
  latest,
  ...field
}: z.output<typeof PlacedField>): Field => ({
  ...field,
  ...(options && { options }),
  ...(multiline !== undefined && { multiline }),
  ...(earliest && { earliest }),
  ...(latest && { latest }),
});
