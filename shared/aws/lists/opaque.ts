/** Encodes a cursor for callers: JSON in base64url. */
export const opaque = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Decodes a cursor; undefined if it is malformed. */
export function readOpaque(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
