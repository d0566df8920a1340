import * as z from 'zod';
import { Refusal } from '../domain/errors.ts';
import type { Value } from '../domain/fields/field.ts';

/** The maximum number of fields in a document. */
const MAX_VALUES = 500;

const Filled = z.record(z.string().max(12), z.union([z.string().max(4_000), z.boolean()]));

/**
 * Values by field id. Counted before each is validated; `__proto__` is refused explicitly because zod
 * silently drops it from records.
 */
export const FilledValues = z.preprocess((values: Record<string, Value>, { issues }) => {
  if (typeof values !== 'object' || values === null) return values;
  if (Object.hasOwn(values, '__proto__'))
    throw new Refusal('field_unknown', { field: '__proto__' });
  if (Object.keys(values).length > MAX_VALUES)
    issues.push({ code: 'custom', message: `at most ${MAX_VALUES} values`, input: values });
  return values;
}, Filled);
