import { elementAt } from '../../pki/asn1/der-elements.ts';
import { entry } from './document-view.ts';
import { type FileRevision, latin1 } from './file-structure.ts';
import type { FoundSignature } from './find-signature.ts';
import { VerifyError } from './report.ts';

export interface CoveredBytes {
  /** The signed bytes: the file up to the revision's end, without the gap. */
  readonly content: Uint8Array;
  /** The CMS in /Contents (DER), without zero padding. */
  readonly cms: Uint8Array;
  /** Offset where the covered revision ends. */
  readonly end: number;
  /**
   * Whether the signature's own bytes are protected: by a later signature, or a recorded hash of the file.
   */
  readonly isCovered: boolean;
}

/** Hexadecimal digits; far more than the longest chain needs. */
const LARGEST_GAP = 1 << 19;

/**
 * Checks that /ByteRange covers the file up to the end of the revision except exactly the /Contents string
 * (ISO 32000-1 § 12.8.1). Throws `VerifyError`.
 */
export function readByteRange(
  bytes: Uint8Array,
  revision: FileRevision,
  signature: FoundSignature,
): CoveredBytes {
  const [start, gapStart, gapEnd, rest] = byteRangeOf(signature);
  const inside = signature.span.start < gapStart && gapEnd < signature.span.end;
  if (start !== 0 || !inside || gapEnd + rest !== revision.end)
    throw new VerifyError('byte_range', `${signature.field} does not cover its revision`);
  if (gapEnd - gapStart > LARGEST_GAP)
    throw new VerifyError('byte_range', `the gap of ${signature.field} is too large`);
  const before = latin1(bytes.subarray(gapStart - '/Contents '.length, gapStart));
  const gap = latin1(bytes.subarray(gapStart, gapEnd));
  const parsed = entry(signature.dict, 'Contents')?.toString();
  if (before !== '/Contents ' || !/^<([0-9a-f]{2})+>$/.test(gap) || parsed !== gap)
    throw new VerifyError('byte_range', `the gap of ${signature.field} is not its contents alone`);
  const content = new Uint8Array(gapStart + rest);
  content.set(bytes.subarray(0, gapStart));
  content.set(bytes.subarray(gapEnd, revision.end), gapStart);
  const { end } = revision;
  const isCovered = end < bytes.length;
  return { content, cms: withoutPadding(gap.slice(1, -1)), end, isCovered };
}

function byteRangeOf({ dict, field }: FoundSignature): [number, number, number, number] {
  const range = entry(dict, 'ByteRange')?.toString() ?? '';
  const numbers = /^\[ (\d+) (\d+) (\d+) (\d+) \]$/.exec(range)?.slice(1).map(Number);
  if (numbers?.length !== 4) throw new VerifyError('byte_range', `${field} has no byte range`);
  return numbers as [number, number, number, number];
}

function withoutPadding(hex: string): Uint8Array {
  const all = fromHex(hex);
  const length = lengthOf(all);
  if (all.subarray(length).some((byte) => byte !== 0))
    throw new VerifyError('signature_wrong', 'unexpected bytes after the signature in its gap');
  return all.subarray(0, length);
}

/** Validated before: lower-case digits only. */
function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = digit(hex.charCodeAt(at * 2)) * 16 + digit(hex.charCodeAt(at * 2 + 1));
  return bytes;
}

const digit = (code: number): number => (code < A ? code - ZERO : code - A + 10);
const [ZERO, A] = ['0', 'a'].map((character) => character.charCodeAt(0)) as [number, number];

function lengthOf(der: Uint8Array): number {
  try {
    return elementAt(der, 0).end;
  } catch {
    throw new VerifyError('signature_wrong', 'the gap contains no signature');
  }
}
