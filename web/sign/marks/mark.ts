import type SignaturePad from 'signature_pad';

export type Strokes = ReturnType<SignaturePad['toData']>;

/** A signature or stamp made on this page, before it is submitted. */
export type Mark =
  | { readonly method: 'typed'; readonly text: string; readonly hand: string }
  | {
      readonly method: 'drawn' | 'image';
      readonly picture: Blob;
      readonly preview: string;
      /** Strokes of a drawing made since the page was opened, which can be continued. */
      readonly strokes?: Strokes;
    };

/** Maximum file size of a photo, which is reduced before upload. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A picture with an object URL, valid as long as the page. */
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

/** PNG with transparency. Synchronous, so that the mark is always the one displayed. */
export function pngOf(canvas: HTMLCanvasElement): Blob {
  const base64 = canvas.toDataURL('image/png').split(',')[1] ?? '';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
