/** Verification URL of a document of this company, from a QR code's text. */
export function scannedAddress(text: string, origin: string): string | undefined {
  const url = addressIn(text);
  const ours = url?.origin === origin && /^\/v\/[0-9A-Z]{26}$/.test(url.pathname);
  return ours ? url.href : undefined;
}

function addressIn(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
