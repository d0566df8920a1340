import { readFileSync } from 'node:fs';

/** What the system says of a file, for a person. */
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this file may not be read',
  ERR_FS_FILE_TOO_LARGE: 'this file is larger than any document that can be signed',
};

/** The file's bytes. Throws a sentence that names it. */
export function readNamedFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    const sentence = SENTENCES[(cause as NodeJS.ErrnoException).code ?? ''];
    throw sentence ? new Error(`${path}: ${sentence}`, { cause }) : cause;
  }
}
