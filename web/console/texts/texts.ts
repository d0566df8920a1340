import type { it } from './it.ts';

/** Everything the console says; the Italian is the measure, and each language must have all of it. */
export type Texts = typeof it;
