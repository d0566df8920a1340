import SignaturePad from 'signature_pad';
import { type Mark, pictureMark, pngOf, type Strokes } from './mark.ts';

/** Margin around the strokes, in CSS pixels of the pad. */
const MARGIN = 8;
/** Pixels of the picture per CSS pixel of the pad, for sharp print. */
const SHARPNESS = 3;

/** Scales the strokes down together if the pad has become too small for them. */
export function fittedStrokes(strokes: Strokes, width: number, height: number): Strokes {
  const { right, bottom } = boundsOf(strokes);
  const scale = Math.min(1, width / (right + MARGIN), height / (bottom + MARGIN));
  if (scale === 1) return strokes;
  return strokes.map((stroke) => ({
    ...stroke,
    points: stroke.points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })),
  }));
}

/** The strokes cropped, on a transparent background; undefined for a mere dot (fewer than three points). */
export function strokesMark(strokes: Strokes): Mark | undefined {
  if (strokes.flatMap(({ points }) => points).length < 3) return undefined;
  const { left, top, right, bottom } = boundsOf(strokes);
  const picture = document.createElement('canvas');
  picture.width = (right - left + 2 * MARGIN) * SHARPNESS;
  picture.height = (bottom - top + 2 * MARGIN) * SHARPNESS;
  picture
    .getContext('2d')!
    .setTransform(
      SHARPNESS,
      0,
      0,
      SHARPNESS,
      (MARGIN - left) * SHARPNESS,
      (MARGIN - top) * SHARPNESS,
    );
  new SignaturePad(picture).fromData(strokes, { clear: false });
  return pictureMark('drawn', pngOf(picture), strokes);
}

function boundsOf(strokes: Strokes) {
  const points = strokes.flatMap((stroke) => stroke.points);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(0, ...xs),
    bottom: Math.max(0, ...ys),
  };
}
