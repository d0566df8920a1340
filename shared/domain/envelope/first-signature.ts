import type { Field } from '../fields/field.ts';

/** Where a party's signature itself stands, with who signed and when; its further ones show the mark alone. */
export const firstSignature = <F extends Pick<Field, 'kind' | 'page'>>(
  fields: readonly F[],
): F | undefined =>
  fields.filter(({ kind }) => kind === 'signature').sort((a, b) => a.page - b.page)[0];
