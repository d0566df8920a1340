import type { it } from './it.ts';

/** What the templates' pages say; the Italian is the measure, and each language must have all of it. */
export type TemplateTexts = typeof it;
