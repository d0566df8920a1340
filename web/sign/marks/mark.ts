import type SignaturePad from 'signature_pad';

export type Strokes = ReturnType<SignaturePad['toData']>;

/** A signature or a stamp as the party made it, before it is handed in. */
export type Mark =
  | { readonly method: 'typed'; readonly text: string; readonly hand: string }
  | {
      readonly method: 'drawn' | 'image';
      readonly picture: Blob;
      readonly preview: string;
      /** Of a drawing that was made since the page was opened: it can be gone on with. */
      readonly strokes?: Strokes;
    };

/** A photograph as a phone takes it; what becomes of it is far smaller. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A picture with an address to show it by. The address lives as long as the page. */
export const pictureMark = (
  method: 'drawn' | 'image',
  picture: Blob,
  strokes?: Strokes,
): Mark & { method: 'drawn' | 'image' } => ({
  method,
  picture,
  preview: URL.createObjectURL(picture),
  ...(strokes && { strokes }),
});

/** PNG, with transparency. At once: the mark is never another than the one that is shown. */
export function pngOf(canvas: HTMLCanvasElement): Blob {
  const base64 = canvas.toDataURL('image/png').split(',')[1] ?? '';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
