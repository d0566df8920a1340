import * as z from 'zod/mini';
import { Malformed } from '../domain/errors.ts';

/** The value by its contract; Malformed names each place that does not fit, never what stood there. */
export function parsed<S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Malformed(
    result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  );
}
