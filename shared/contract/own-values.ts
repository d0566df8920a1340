import * as z from 'zod';

/** The company's own values as they lie in storage under the ledger's `filled.key`, by field id. */
export const OwnValues = z.record(z.string(), z.union([z.string(), z.boolean()]));
export type OwnValues = z.output<typeof OwnValues>;
