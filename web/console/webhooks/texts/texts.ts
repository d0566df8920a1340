import type { it } from './it.ts';

/** What the page of webhooks says; the Italian is the measure, and each language must have all of it. */
export type WebhookTexts = typeof it;
