import { readFileSync } from 'node:fs';

/** Readable sentences for the system's error codes. */
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this file may not be read',
  ERR_FS_FILE_TOO_LARGE: 'this file is larger than any document that can be signed',
};

/** The file's bytes. Throws an error that names the file. */
export function readNamedFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    const sentence = SENTENCES[(cause as NodeJS.ErrnoException).code ?? ''];
    throw sentence ? new Error(`${path}: ${sentence}`, { cause }) : cause;
  }
}
