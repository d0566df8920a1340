import * as z from 'zod';
import { PlacedField } from './sender-answers.ts';

/** The working draft (`draft.json`), stored beside the document. */
export const SavedLayout = z.object({
  seq: z.number(),
  tab: z.string(),
  turn: z.number(),
  savedAt: z.string(),
  fields: z.array(PlacedField),
  values: z.record(z.string(), z.union([z.string(), z.boolean()])),
});

export const savedLayoutKey = (envelopeId: string): string => `open/${envelopeId}/draft.json`;
