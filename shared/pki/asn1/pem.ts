/** A certificate in PEM (RFC 7468 § 5). */
export const pemOf = (certificate: Uint8Array): string => pem('CERTIFICATE', certificate);

/** A PKCS #10 request in PEM (RFC 7468 § 7). */
export const requestPemOf = (request: Uint8Array): string => pem('CERTIFICATE REQUEST', request);

function pem(label: string, der: Uint8Array): string {
  const base64 = btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''));
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----([\s\w+/=]+)-----END CERTIFICATE-----/g;

/** Every PEM certificate in a text, as DER, in order; other text is ignored. */
export const certificatesIn = (text: string): Uint8Array[] =>
  [...text.matchAll(CERTIFICATE)].map(([, base64 = '']) =>
    Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0)),
  );
