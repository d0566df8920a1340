import { readFileSync } from 'node:fs';
import type { Hand } from '../../domain/fields/hand.ts';
import type { HandOutlines } from './hand-outlines.ts';
import { type Letters, lettersOf } from './handwriting.ts';

/** Stored beside the code, also in a function's bundle, and loaded on demand. */
const FILES: Readonly<Record<Hand, URL>> = {
  caveat: new URL('./font/caveat.json', import.meta.url),
  'dancing-script': new URL('./font/dancing-script.json', import.meta.url),
  'marck-script': new URL('./font/marck-script.json', import.meta.url),
  mynerve: new URL('./font/mynerve.json', import.meta.url),
};

const read = new Map<Hand, Letters>();

/** A handwriting font's glyphs, loaded on first use. */
export function storedLetters(hand: Hand): Letters {
  const letters =
    read.get(hand) ?? lettersOf(JSON.parse(readFileSync(FILES[hand], 'utf8')) as HandOutlines);
  read.set(hand, letters);
  return letters;
}
