import { createHash } from 'node:crypto';

/** SHA-256, as 64 lower-case hexadecimal digits, of a text (UTF-8) or of bytes. */
export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');
