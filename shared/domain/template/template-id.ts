import { envelopeIdFrom } from '../envelope/envelope-id.ts';

/** Like an envelope's id, but in lower case, so that the two cannot be confused. */
export const templateIdFrom = (random: Uint8Array): string => envelopeIdFrom(random).toLowerCase();

export const isTemplateId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(text);
