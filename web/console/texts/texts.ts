import type { it } from './it.ts';

/** All texts of the console. The Italian ones define the type, so that no language can lack one. */
export type Texts = typeof it;
