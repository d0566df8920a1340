import type { ComponentChildren } from 'preact';
import { Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import { Notice } from '../../ui/notice.tsx';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { pngOf } from './mark.ts';

/** Renders its children once loaded, if the canvas returns pictures unaltered; otherwise explains what to do. */
export function NeedsCanvas({ children }: { children: ComponentChildren }) {
  const { texts } = useCeremony();
  const words = useLaterTexts();
  const [sound] = useState(isCanvasSound);
  if (sound) return <Suspense fallback={<p role="status">{texts.loading}</p>}>{children}</Suspense>;
  return (
    <Notice tone="bad" announce>
      <p>{words.mark.canvasAltered}</p>
    </Notice>
  );
}

const SIDE = 16;
const COLOUR = [16, 96, 200, 255] as const;
/** Tolerated difference per channel: some browsers change a pixel by one or two. */
const TOLERANCE = 8;

/**
 * Browsers that resist fingerprinting return noise or white from a canvas (Firefox with
 * `resistFingerprinting`); the stored signature would not be the one drawn.
 */
function isCanvasSound(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.fillStyle = `rgb(${COLOUR.slice(0, 3).join(' ')})`;
  context.fillRect(0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const asDrawn = data.every((value, at) => Math.abs(value - COLOUR[at % 4]!) <= TOLERANCE);
  return asDrawn && pngOf(canvas).size < LARGEST_PLAIN;
}

/** Maximum size in bytes of a PNG of one colour; noise is larger because it does not compress. */
const LARGEST_PLAIN = 400;
