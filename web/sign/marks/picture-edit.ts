import { LEAST_CONTRAST, lightnessOf, removePaper } from './remove-paper.ts';

/** How an uploaded picture is turned, cut and cleaned before it becomes a mark. */
export interface PictureEdit {
  /** Quarter turns clockwise. */
  readonly turns: number;
  /** Shares (0 to 0.9) cut away from each side. */
  readonly crop: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly removeBackground: boolean;
}

export const UNEDITED: PictureEdit = {
  turns: 0,
  crop: { top: 0, right: 0, bottom: 0, left: 0 },
  removeBackground: true,
};

/** A picture that was edited before. */
export const KEPT: PictureEdit = { ...UNEDITED, removeBackground: false };

/** Enough for print at any size a signature box has; keeps photos from phones small. */
const MAX_SIDE = 1_400;

/** Decodes what the browser can show, upright as the camera meant it. Throws on anything else. */
export const decodePicture = (file: Blob): Promise<ImageBitmap> =>
  createImageBitmap(file, { imageOrientation: 'from-image' });

export function editedPicture(picture: ImageBitmap, edit: PictureEdit): HTMLCanvasElement {
  const turned = turnedPicture(picture, edit.turns);
  const cut = croppedPicture(turned, edit.crop);
  if (edit.removeBackground) removeBackground(cut);
  return cut;
}

function turnedPicture(picture: ImageBitmap, turns: number): HTMLCanvasElement {
  const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  const sideways = turns % 2 !== 0;
  const canvas = blank(sideways ? height : width, sideways ? width : height);
  const context = canvas.getContext('2d')!;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
}

function croppedPicture(picture: HTMLCanvasElement, crop: PictureEdit['crop']): HTMLCanvasElement {
  const left = picture.width * crop.left;
  const top = picture.height * crop.top;
  const width = Math.max(8, picture.width * (1 - crop.left - crop.right));
  const height = Math.max(8, picture.height * (1 - crop.top - crop.bottom));
  const canvas = blank(width, height);
  canvas
    .getContext('2d')!
    .drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function removeBackground(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d')!;
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  removePaper(image);
  context.putImageData(image, 0, 0);
}

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext('2d', { willReadFrequently: true });
  return canvas;
}

/** True where nothing of the picture would be seen in the document. */
export function isBlank(canvas: HTMLCanvasElement): boolean {
  const image = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const light = lightnessOf(image);
  const [lightest, darkest] = [light.reduce(larger), light.reduce(smaller)];
  return lightest - darkest < LEAST_CONTRAST;
}

const larger = (a: number, b: number): number => Math.max(a, b);
const smaller = (a: number, b: number): number => Math.min(a, b);
