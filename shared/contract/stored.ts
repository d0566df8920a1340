import * as z from 'zod/mini';
import { NewerRelease } from '../domain/errors.ts';
import { readable, type StoredForm } from '../domain/ledger/versions.ts';

/**
 * What was stored, by its contract; `NewerRelease` for a later version, and where a value stands that
 * is none of those this release knows. Any other fault is one of what was stored.
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

/** The same of an object's bytes, which are JSON. */
export const storedJson = <S extends z.core.$ZodType>(
  form: StoredForm,
  schema: S,
  bytes: Uint8Array,
): z.output<S> => storedAs(form, schema, JSON.parse(Buffer.from(bytes).toString()));

/** A value outside its set; what is missing is no value. */
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
