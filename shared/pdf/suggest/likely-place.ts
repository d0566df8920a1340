import type { Suggestion } from '../../domain/fields/suggestion.ts';

/** A place on one page that looks like a space for a signature or a value. */
export type LikelyPlace = Omit<Suggestion, 'id' | 'page' | 'source'>;
