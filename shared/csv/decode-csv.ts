import { Refusal } from '../domain/errors.ts';

/** What programs that write CSV begin a file with (Unicode § 23.8), and the encoding that it tells. */
const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of a CSV file as office programs write it: UTF-8 with or without a mark, UTF-16 with one (Excel's
 * "Unicode text"), else Windows-1252, Excel's plain "CSV" in western Europe. Throws `csv_unreadable` for
 * what is none of them.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decoded(bytes, marked.encoding) ?? notText();
  if (bytes.includes(0)) return notText();
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252') ?? notText();
}

/** Undefined if the bytes are not of that encoding; a mark is left out. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function notText(): never {
  throw new Refusal('csv_unreadable', { problem: 'not_text' });
}
