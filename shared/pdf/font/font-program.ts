import { readFileSync } from 'node:fs';
import type { FontWeight } from '../draw/drawing.ts';

/** The font file, deflated as a PDF stores it. */
export interface FontProgram {
  /** Bytes before deflating. */
  readonly length: number;
  readonly deflated: Uint8Array;
}

/** Stored beside the code, also in a function's bundle; `deflated` is base64 there. */
const FILES: Readonly<Record<FontWeight, URL>> = {
  regular: new URL('./noto-sans-regular.json', import.meta.url),
  bold: new URL('./noto-sans-bold.json', import.meta.url),
};

export function fontProgram(weight: FontWeight): FontProgram {
  const { length, deflated } = JSON.parse(readFileSync(FILES[weight], 'utf8')) as {
    length: number;
    deflated: string;
  };
  return { length, deflated: Buffer.from(deflated, 'base64') };
}
