import { envelopeIdFrom } from '../envelope/envelope-id.ts';

/** As a template's, with a `b-` before it: neither is taken for the other. */
export const batchIdFrom = (random: Uint8Array): string =>
  `b-${envelopeIdFrom(random).toLowerCase()}`;

export const isBatchId = (text: string): boolean => /^b-[0-9a-hjkmnp-tv-z]{26}$/.test(text);

/** A name is taken for ever, so each time it goes on it has another one. */
export const batchExecutionName = (id: string, run: number): string => `${id}-${run}`;
