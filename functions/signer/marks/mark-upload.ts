/** Bytes of a picture of a signature or stamp: a photograph from a phone fits. */
export const MARK_MAX_BYTES = 5 * 1024 * 1024;

/** Pixels of a picture; more would take memory that the signer's function does not have. */
export const MARK_MAX_PIXELS = 16_000_000;

/**
 * Where a party's picture lands and stays until the envelope is purged: the ceremony may go on another
 * day. The id is base64url of 128 bits, so nobody finds another's.
 */
export const markKey = (
  { envelopeId, party }: { envelopeId: string; party: string },
  upload: string,
): string => `open/${envelopeId}/marks/${party}/${upload}`;
