import { latin1 } from './file-structure.ts';
import type { ReasonCode } from './report.ts';

/** The seal's claim, or the names of the reserved fields (UTF-16 in hexadecimal). */
const MARKS = ['/SigilloClaim', 'FEFF007300650061006C', 'FEFF00740069006D0065007300740061006D0070'];
/** More than what a document of ours can be long, whatever somebody appended. */
const MARKS_WITHIN = 64 << 20;
const CHUNK = 1 << 20;

/** Whether it was sealed by us, whatever became of it since. */
export const isOurs = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < Math.min(bytes.length, MARKS_WITHIN); at += CHUNK) {
    const text = latin1(bytes.subarray(at, at + CHUNK + 64));
    if (MARKS.some((mark) => text.includes(mark))) return true;
  }
  return false;
};

/** What to say of what was not. */
export const foreignCode = (bytes: Uint8Array): ReasonCode =>
  latin1(bytes.subarray(0, 1024)).includes('%PDF-') ? 'not_ours' : 'not_pdf';
