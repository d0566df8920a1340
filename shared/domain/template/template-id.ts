import { envelopeIdFrom } from '../envelope/envelope-id.ts';

/** As an envelope's, in small letters: neither is taken for the other. */
export const templateIdFrom = (random: Uint8Array): string => envelopeIdFrom(random).toLowerCase();

export const isTemplateId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(text);
