/** SHA-256 by WebCrypto, for Node and browsers. */
export const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', owned(bytes)));

/** WebCrypto's types exclude SharedArrayBuffer; no array here is backed by one. */
export const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes as Uint8Array<ArrayBuffer>;

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return true;
}

export const isAmong = (all: readonly Uint8Array[], bytes: Uint8Array): boolean =>
  all.some((each) => equalBytes(each, bytes));
