import type { Size } from '../../../shared/domain/fields/field.ts';
import type { Drawing } from '../../../shared/pdf/draw/drawing.ts';
import type { HandOutlines } from '../../../shared/pdf/hands/hand-outlines.ts';
import {
  covers,
  handwriting,
  type Letters,
  lettersOf,
} from '../../../shared/pdf/hands/handwriting.ts';

const outlines = (file: { default: object }) => file.default as HandOutlines;

/** Each handwriting font is a separate chunk, loaded when first shown. */
const SOURCES: Readonly<Record<string, () => Promise<HandOutlines>>> = {
  caveat: async () => outlines(await import('../../../shared/pdf/hands/font/caveat.json')),
  'dancing-script': async () =>
    outlines(await import('../../../shared/pdf/hands/font/dancing-script.json')),
  'marck-script': async () =>
    outlines(await import('../../../shared/pdf/hands/font/marck-script.json')),
  mynerve: async () => outlines(await import('../../../shared/pdf/hands/font/mynerve.json')),
};

const loaded = new Map<string, Promise<Letters>>();

function lettersFor(hand: string): Promise<Letters> | undefined {
  const source = SOURCES[hand];
  const letters = loaded.get(hand) ?? source?.().then(lettersOf);
  if (letters) loaded.set(hand, letters);
  letters?.catch(() => loaded.delete(hand));
  return letters;
}

/** The name as `typedSignature` will draw it; undefined if the font lacks one of its letters. */
export async function writtenName(
  text: string,
  hand: string,
  box: Size,
): Promise<Drawing | undefined> {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const letters = await lettersFor(hand);
  return letters && name && covers(letters, name) ? handwriting(name, letters, box) : undefined;
}

/** Like `writtenName`, in the chosen font or else in another that has every letter. */
export async function writtenInAny(
  text: string,
  hand: string,
  box: Size,
): Promise<Drawing | undefined> {
  for (const each of new Set([hand, ...Object.keys(SOURCES)])) {
    const drawing = await writtenName(text, each, box);
    if (drawing) return drawing;
  }
  return undefined;
}
