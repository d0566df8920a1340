import { lightnessOf, MIN_CONTRAST, removePaper } from './remove-paper.ts';

/** Rotation, crop and background removal of an uploaded picture. */
export interface PictureEdit {
  /** Quarter turns clockwise. */
  readonly turns: number;
  /** Fractions (0 to 0.9) cropped from each side. */
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

/** A picture that was already edited. */
export const KEPT: PictureEdit = { ...UNEDITED, removeBackground: false };

/** Maximum size in pixels: enough for print in any signature box, and keeps photos small. */
const MAX_SIDE = 1_400;

/** Decodes any format that the browser supports, in the orientation of its EXIF data. Throws otherwise. */
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

/** True if nothing of the picture would be visible in the document. */
export function isBlank(canvas: HTMLCanvasElement): boolean {
  const image = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const light = lightnessOf(image);
  const [lightest, darkest] = [light.reduce(larger), light.reduce(smaller)];
  return lightest - darkest < MIN_CONTRAST;
}

const larger = (a: number, b: number): number => Math.max(a, b);
const smaller = (a: number, b: number): number => Math.min(a, b);
