import { latin1 } from './file-structure.ts';
import type { ReasonCode } from './report.ts';

/** The seal's claim, which only a sealed document holds. */
const SEALED = /\/SigilloClaim/;
/** It, or the names `seal_` and `timestamp1_` of reserved fields (UTF-16 in hexadecimal). */
const OURS =
  /\/SigilloClaim|FEFF007300650061006C005F>|FEFF00740069006D0065007300740061006D00700031005F>/;
/** More than what a document of ours can be long, whatever somebody appended. */
const MARKS_WITHIN = 64 << 20;
const CHUNK = 1 << 20;

function holds(bytes: Uint8Array, mark: RegExp): boolean {
  for (let at = 0; at < Math.min(bytes.length, MARKS_WITHIN); at += CHUNK)
    if (mark.test(latin1(bytes.subarray(at, at + CHUNK + 64)))) return true;
  return false;
}

const known = new WeakMap<Uint8Array, boolean>();

/** Whether it was prepared by us, whatever became of it since. */
export function isOurs(bytes: Uint8Array): boolean {
  const ours = known.get(bytes) ?? holds(bytes, OURS);
  known.set(bytes, ours);
  return ours;
}

/**
 * What a finding means: it says nothing against a file that is not ours. One that was sealed and has
 * no signature was rebuilt.
 */
export function codeFor(bytes: Uint8Array, found: ReasonCode): ReasonCode {
  if (!isOurs(bytes)) return foreignCode(bytes);
  return found === 'not_ours' && holds(bytes, SEALED) ? 'structure' : found;
}

const foreignCode = (bytes: Uint8Array): ReasonCode =>
  latin1(bytes.subarray(0, 1024)).includes('%PDF-') ? 'not_ours' : 'not_pdf';
