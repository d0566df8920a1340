import * as z from 'zod';
import { fileName } from '../text.ts';

/** Bytes of a CSV file in base64, as `CSV_LIMITS` allows. */
const MAX_BASE64 = 1_333_336;

export const CsvFileInput = z.strictObject({
  fileName: fileName(255),
  /** The file as it is, in base64: its encoding and separator are found out. At most 1,000,000 bytes. */
  base64: z.string().max(MAX_BASE64, { abort: true }).check(z.base64()),
});

export const NewBatchInput = CsvFileInput.extend({
  /** Of the template. Left out: the newest. */
  version: z.number().int().min(1).optional(),
});

export const BatchesQuery = z.strictObject({
  /** `all` is for administrators. */
  of: z.enum(['own', 'all']).default('own'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(2_000).optional(),
});

export const BatchResultsQuery = z.strictObject({
  /** The failed rows alone. */
  failed: z.stringbool().default(false),
});
