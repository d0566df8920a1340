import type { Field } from '../fields/field.ts';

/**
 * The field that shows the signature with name and time; the party's other signature fields show the mark
 * alone.
 */
export const firstSignature = <F extends Pick<Field, 'kind' | 'page'>>(
  fields: readonly F[],
): F | undefined =>
  fields.filter(({ kind }) => kind === 'signature').sort((a, b) => a.page - b.page)[0];
