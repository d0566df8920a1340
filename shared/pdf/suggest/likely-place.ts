import type { Suggestion } from '../../domain/fields/suggestion.ts';

/** A place on one page that looks as if somebody were to sign or to write there. */
export type LikelyPlace = Omit<Suggestion, 'id' | 'page' | 'source'>;
