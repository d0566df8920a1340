import { readFileSync } from 'node:fs';
import type { FontWeight } from '../draw/drawing.ts';

/** The font file itself, in the form that a PDF stores: deflated. */
export interface FontProgram {
  /** Before deflating. */
  readonly length: number;
  readonly deflated: Uint8Array;
}

/** They lie beside the code, here and in a function's bundle; `deflated` is base64 there. */
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
