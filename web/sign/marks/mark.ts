/** A signature or a stamp as the party made it, before it is handed in. */
export type Mark =
  | { method: 'typed'; text: string; hand: string }
  | { method: 'drawn' | 'image'; picture: Blob; preview: string };

export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;

/** A picture with an address to show it by. The address lives as long as the page. */
export const pictureMark = (method: 'drawn' | 'image', picture: Blob): Mark => ({
  method,
  picture,
  preview: URL.createObjectURL(picture),
});

/** PNG, with transparency. */
export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
