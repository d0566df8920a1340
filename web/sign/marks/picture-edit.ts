/** How an uploaded picture is turned, cut and cleaned before it becomes a mark. */
export interface PictureEdit {
  /** Quarter turns clockwise. */
  turns: number;
  /** Shares (0 to 0.9) cut away from each side. */
  crop: { top: number; right: number; bottom: number; left: number };
  removeBackground: boolean;
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

function blank(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext('2d', { willReadFrequently: true });
  return canvas;
}

/**
 * Paper becomes transparent: whatever is nearly as light as the paper (the 90th percentile of the
 * picture's lightness) goes, ink stays, and the edge between them is softened.
 */
function removeBackground(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d')!;
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const light = lightnessOf(image.data);
  const paper = percentile(light, 0.9);
  const [solid, clear] = [paper * 0.62, paper * 0.86];
  for (let pixel = 0; pixel < light.length; pixel++) {
    const opacity = Math.min(1, Math.max(0, (clear - light[pixel]!) / (clear - solid)));
    image.data[pixel * 4 + 3] = Math.round(image.data[pixel * 4 + 3]! * opacity);
  }
  context.putImageData(image, 0, 0);
}

/** ITU-R BT.601 luma, 0 to 255, one a pixel; what is transparent already counts as paper. */
function lightnessOf(data: Uint8ClampedArray): Uint8Array {
  const light = new Uint8Array(data.length / 4);
  for (let pixel = 0; pixel < light.length; pixel++) {
    const at = pixel * 4;
    const luma = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
    light[pixel] = 255 - ((255 - luma) * data[at + 3]!) / 255;
  }
  return light;
}

function percentile(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]!++;
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!;
    if (seen >= values.length * share) return value;
  }
  return 255;
}

/** Opacity, of 255, below which nobody sees anything. */
const INVISIBLE = 24;

/** True where nothing of the picture would be seen in the document. */
export function isBlank(canvas: HTMLCanvasElement): boolean {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) if (data[at]! > INVISIBLE) return false;
  return true;
}
