import { createHash } from 'node:crypto';

export interface SignatureBytes {
  readonly kind: 'signature' | 'timestamp';
  /** The bytes covered by the byte range. */
  readonly content: Buffer;
  /** Hexadecimal. */
  readonly sha256: string;
  /** CMS in DER, without the trailing zeros. */
  readonly cms: Buffer;
}

const DICTIONARY = /\/ByteRange \[ *(\d+) +(\d+) +(\d+) +(\d+) *\]/g;
const NEARBY = 600;

/** Finds the signatures of one of our own files by their byte ranges. */
export function signaturesIn(file: Uint8Array): SignatureBytes[] {
  const bytes = Buffer.from(file);
  return [...bytes.toString('latin1').matchAll(DICTIONARY)].map((found) => {
    const [, gapStart = 0, gapEnd = 0, rest = 0] = found.slice(1).map(Number);
    const content = Buffer.concat([
      bytes.subarray(0, gapStart),
      bytes.subarray(gapEnd, gapEnd + rest),
    ]);
    const gap = Buffer.from(bytes.toString('latin1', gapStart + 1, gapEnd - 1), 'hex');
    const text = bytes.toString('latin1', found.index - NEARBY, found.index + NEARBY);
    const head = text.slice(text.lastIndexOf(' obj', NEARBY));
    const tail = bytes.toString('latin1', gapEnd, gapEnd + NEARBY).split('endobj')[0] ?? '';
    const isTimestamp = `${head}${tail}`.includes('/ETSI.RFC3161');
    return {
      kind: isTimestamp ? 'timestamp' : 'signature',
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
      cms: gap.subarray(0, derLength(gap)),
    };
  });
}

/** X.690 §8.1.3: long form of the length, because a CMS has more than 127 bytes. */
function derLength(der: Buffer): number {
  const count = der[1]! & 0x7f;
  return 2 + count + der.readUIntBE(2, count);
}
