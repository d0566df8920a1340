import { latin1 } from './file-structure.ts';
import type { ReasonCode } from './report.ts';

/** Key of the seal's claim, present only in sealed documents. */
const SEALED = /\/SigilloClaim/;
/** The same, or the names `seal_` and `timestamp1_` of reserved fields (UTF-16 in hexadecimal). */
const OURS =
  /\/SigilloClaim|FEFF007300650061006C005F>|FEFF00740069006D0065007300740061006D00700031005F>/;
/** Bytes searched; more than our longest document. */
const MARKS_WITHIN = 64 << 20;
const CHUNK = 1 << 20;

function holds(bytes: Uint8Array, mark: RegExp): boolean {
  for (let at = 0; at < Math.min(bytes.length, MARKS_WITHIN); at += CHUNK)
    if (mark.test(latin1(bytes.subarray(at, at + CHUNK + 64)))) return true;
  return false;
}

const known = new WeakMap<Uint8Array, boolean>();

/** Whether the file was prepared by this software, whatever happened to it later. */
export function isOurs(bytes: Uint8Array): boolean {
  const ours = known.get(bytes) ?? holds(bytes, OURS);
  known.set(bytes, ours);
  return ours;
}

/**
 * Maps a finding for files that are not ours, against which it proves nothing. A sealed file without a
 * signature was rebuilt by other software.
 */
export function codeFor(bytes: Uint8Array, found: ReasonCode): ReasonCode {
  if (!isOurs(bytes)) return foreignCode(bytes);
  return found === 'not_ours' && holds(bytes, SEALED) ? 'structure' : found;
}

const foreignCode = (bytes: Uint8Array): ReasonCode =>
  latin1(bytes.subarray(0, 1024)).includes('%PDF-') ? 'not_ours' : 'not_pdf';
