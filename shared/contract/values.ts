import * as z from 'zod';
import { Refusal } from '../domain/errors.ts';
import type { Value } from '../domain/field.ts';

const Filled = z.record(z.string().max(12), z.union([z.string().max(4_000), z.boolean()]));

/** What someone fills in, by field id. zod leaves `__proto__` out of a record without a word. */
export const FilledValues = z.preprocess((values: Record<string, Value>) => {
  if (typeof values === 'object' && values !== null && Object.hasOwn(values, '__proto__'))
    throw new Refusal('field_unknown', { field: '__proto__' });
  return values;
}, Filled);
