import * as z from 'zod';
import { BATCH_STATES } from '../../domain/batch/batch.ts';

const instant = z.string();

/** What is wrong in a file, and where. */
export const CellProblem = z.object({
  /** As in the spreadsheet; the header is 1. */
  row: z.number(),
  /** By its name in the first row; absent: the row as a whole. */
  column: z.string().optional(),
  code: z.string(),
  /** The same in words. */
  title: z.string(),
});
export type CellProblem = z.output<typeof CellProblem>;

export const BatchSummary = z.object({
  id: z.string(),
  /** The file's name. */
  name: z.string(),
  template: z.object({ id: z.string(), version: z.number(), name: z.string() }),
  owner: z.object({ subject: z.string(), name: z.string() }),
  /** `ready`: checked, nothing sent yet. `done`: each row is sent or failed. */
  state: z.enum(BATCH_STATES),
  rows: z.number(),
  sent: z.number(),
  failed: z.number(),
  createdAt: instant,
  updatedAt: instant,
  /** When it is kept no longer; what was sent stays. */
  expiresAt: instant,
});
export type BatchSummary = z.output<typeof BatchSummary>;

export const BatchAnswer = BatchSummary.extend({
  /** The first hundred rows that failed, and why. */
  failures: z.array(CellProblem),
});
export type BatchAnswer = z.output<typeof BatchAnswer>;

export const BatchesAnswer = z.object({
  items: z.array(BatchSummary),
  cursor: z.string().optional(),
});

export const DryRunAnswer = z.object({
  rows: z.number(),
  /** Messages that the rows cause at once; text messages of later turns are reserved too. */
  mails: z.number(),
  texts: z.number(),
  /** How long sending takes at the configured rates. */
  seconds: z.number(),
  /** At most a thousand; `problemCount` says how many there are. */
  problems: z.array(CellProblem),
  problemCount: z.number(),
  /** Only if nothing is wrong: its share of the day's limits is reserved, and nothing is sent yet. */
  batch: BatchSummary.optional(),
});
export type DryRunAnswer = z.output<typeof DryRunAnswer>;
