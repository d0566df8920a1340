import * as z from 'zod';

/** The company's values by field id, stored under `filled.key` of the ledger. */
export const OwnValues = z.record(z.string(), z.union([z.string(), z.boolean()]));
export type OwnValues = z.output<typeof OwnValues>;
