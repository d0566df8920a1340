import * as z from 'zod';
import { Refusal } from '../domain/errors.ts';
import type { Value } from '../domain/fields/field.ts';

/** As many as a document may have fields. */
const MOST_VALUES = 500;

const Filled = z.record(z.string().max(12), z.union([z.string().max(4_000), z.boolean()]));

/**
 * What someone fills in, by field id. They are counted before each is looked at, and zod would leave
 * `__proto__` out of a record without a word.
 */
export const FilledValues = z.preprocess((values: Record<string, Value>, { issues }) => {
  if (typeof values !== 'object' || values === null) return values;
  if (Object.hasOwn(values, '__proto__'))
    throw new Refusal('field_unknown', { field: '__proto__' });
  if (Object.keys(values).length > MOST_VALUES)
    issues.push({ code: 'custom', message: `at most ${MOST_VALUES} values`, input: values });
  return values;
}, Filled);
