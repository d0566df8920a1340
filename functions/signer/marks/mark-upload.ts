/** Maximum size of an uploaded mark; fits a phone's photograph. */
export const MARK_MAX_BYTES = 5 * 1024 * 1024;

/** Bounds the signer function's memory for decoding. */
export const MARK_MAX_PIXELS = 16_000_000;

/**
 * Key of a party's uploaded picture, kept until the purge so that the ceremony can be resumed. `upload` is
 * base64url of 128 random bits and cannot be guessed.
 */
export const markKey = (
  { envelopeId, party }: { envelopeId: string; party: string },
  upload: string,
): string => `open/${envelopeId}/marks/${party}/${upload}`;
