import * as z from 'zod/mini';
import { NewerRelease } from '../domain/errors.ts';
import { readable, type StoredForm } from '../domain/ledger/versions.ts';

/**
 * Validates a stored form. Throws `NewerRelease` for a newer version or an enum value unknown to this
 * release; any other mismatch is a fault of the stored data.
 */
export function storedAs<S extends z.core.$ZodType>(
  form: StoredForm,
  schema: S,
  stored: unknown,
): z.output<S> {
  const result = z.safeParse(schema, readable(form, stored));
  if (result.success) return result.data;
  if (result.error.issues.some((issue) => isUnknownKind(issue, stored)))
    throw new NewerRelease(form);
  throw result.error;
}

/** As `storedAs`, for the bytes of a JSON object. */
export const storedJson = <S extends z.core.$ZodType>(
  form: StoredForm,
  schema: S,
  bytes: Uint8Array,
): z.output<S> => storedAs(form, schema, JSON.parse(Buffer.from(bytes).toString()));

/** A present value outside its enum or discriminator. */
function isUnknownKind(issue: z.core.$ZodIssue, stored: unknown): boolean {
  const isKind = issue.code === 'invalid_value' || isDiscriminator(issue);
  return isKind && valueAt(stored, issue.path) !== undefined;
}

const isDiscriminator = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_union' && issue.discriminator !== undefined;

const valueAt = (stored: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    stored,
  );
