import * as z from 'zod';
import { REFUSAL_CODES } from '../../domain/errors.ts';
import { Language } from '../language.ts';

/** Problem details (RFC 9457). `title` is a sentence for people, in `language`. */
export const Problem = z.object({
  /** `urn:sigillo:` followed by `code`. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** Stable; programs should depend on this. */
  code: z.enum([...REFUSAL_CODES, 'malformed', 'busy', 'newer_release', 'internal']),
  language: Language,
  /** The request's id in the logs. */
  requestId: z.string(),
  /** The refusal's details, for example `triesLeft`, `seconds` or `label`. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** For `malformed`: the paths, and what was expected there. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof Problem>;
