import * as z from 'zod';
import { FIELD_KINDS } from '../../domain/fields/field.ts';
import { SUGGESTION_SOURCES, TAG_PROBLEMS } from '../../domain/fields/suggestion.ts';

const Suggestion = z.object({
  id: z.string(),
  source: z.enum(SUGGESTION_SOURCES),
  kind: z.enum(FIELD_KINDS),
  page: z.number(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  required: z.boolean(),
  label: z.string().optional(),
  options: z.array(z.string()).optional(),
  multiline: z.boolean().optional(),
  party: z.object({ role: z.enum(['director', 'client']), number: z.number() }).optional(),
});

const WrongTag = z.object({
  page: z.number(),
  text: z.string(),
  problem: z.enum(TAG_PROBLEMS),
});

/** Suggestions found by intake, stored beside the document. */
export const StoredSuggestions = z.object({
  version: z.literal(1),
  suggestions: z.array(Suggestion),
  wrongTags: z.array(WrongTag),
});

export const suggestionsKey = (envelopeId: string, documentSha256: string): string =>
  `open/${envelopeId}/suggestions-${documentSha256}.json`;
