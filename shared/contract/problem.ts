import * as z from 'zod';
import { REFUSAL_CODES } from '../domain/errors.ts';
import { Language } from './language.ts';

/** An error as RFC 9457 describes it. `title` is a sentence for people in `language`. */
export const Problem = z.object({
  /** `urn:sigillo:` and the code. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** Stable: what a program decides by. */
  code: z.enum([...REFUSAL_CODES, 'malformed', 'busy', 'newer_release', 'internal']),
  language: Language,
  /** Names this request in the logs. */
  requestId: z.string(),
  /** What the refusal knows, such as `triesLeft`, `seconds` or `label`. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** With `malformed`: each place and what was expected there. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof Problem>;
