/** A cursor as callers get it: JSON in base64url. */
export const opaque = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** What it holds; undefined if it was not made so. */
export function readOpaque(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
