import type { ComponentChildren } from 'preact';
import { Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import { Notice } from '../../ui/notice.tsx';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { pngOf } from './mark.ts';

/** Shows its children, once they are loaded, where pictures come out of a canvas as they were drawn, else says what to do. */
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
/** Some browsers change a pixel by one or two, which nobody sees. */
const TOLERANCE = 8;

/**
 * Browsers that hide who one is fill with noise, or leave white, whatever a page reads back from a
 * canvas (Firefox with `resistFingerprinting`): such a signature would not be the one that was drawn.
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

/** Bytes of a PNG of one colour; noise does not compress. */
const LARGEST_PLAIN = 400;
