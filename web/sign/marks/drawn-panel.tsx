import { useEffect, useRef } from 'preact/hooks';
import SignaturePad from 'signature_pad';
import { Button } from '../../ui/button.tsx';
import { useCeremony } from '../context.ts';
import { type Mark, pictureMark, pngOf } from './mark.ts';

/** Room around the strokes in the picture, as a share of the pad's height. */
const MARGIN = 0.06;
/** Pixels of the picture per CSS pixel of the pad: sharp in print. */
const SHARPNESS = 3;

/** Smooth strokes by mouse, finger or pen. Turning the phone keeps what was drawn. */
export function DrawnPanel({ onMark }: { onMark: (mark: Mark | undefined) => void }) {
  const { texts } = useCeremony();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);

  useEffect(() => {
    const element = canvas.current!;
    const signaturePad = new SignaturePad(element, {
      penColor: '#10245c',
      minWidth: 0.8,
      maxWidth: 2.6,
    });
    pad.current = signaturePad;
    const changed = () => void hand(signaturePad, element).then(onMark);
    signaturePad.addEventListener('endStroke', changed);
    const observer = new ResizeObserver(() => resize(signaturePad, element));
    observer.observe(element);
    return () => {
      observer.disconnect();
      signaturePad.off();
    };
  }, [onMark]);

  const redraw = (strokes: ReturnType<SignaturePad['toData']>) => {
    pad.current?.fromData(strokes);
    void hand(pad.current!, canvas.current!).then(onMark);
  };
  return (
    <div class="stack">
      <p class="soft small" id="pad-hint">
        {texts.mark.padHint}
      </p>
      <canvas
        ref={canvas}
        class="pad"
        role="img"
        aria-label={texts.mark.pad}
        aria-describedby="pad-hint"
      />
      <div class="row">
        <Button variant="secondary" onClick={() => redraw(pad.current!.toData().slice(0, -1))}>
          {texts.mark.undo}
        </Button>
        <Button variant="secondary" onClick={() => redraw([])}>
          {texts.mark.clear}
        </Button>
      </div>
    </div>
  );
}

/** Gives the canvas the pixels of its present size and draws the strokes again. */
function resize(pad: SignaturePad, canvas: HTMLCanvasElement): void {
  const strokes = pad.toData();
  const density = window.devicePixelRatio || 1;
  canvas.width = canvas.offsetWidth * density;
  canvas.height = canvas.offsetHeight * density;
  canvas.getContext('2d')!.scale(density, density);
  pad.fromData(strokes);
}

/** The strokes alone, without the empty paper around them, on a transparent ground. */
async function hand(pad: SignaturePad, canvas: HTMLCanvasElement): Promise<Mark | undefined> {
  const strokes = pad.toData();
  const points = strokes.flatMap((stroke) => stroke.points);
  if (points.length < 3) return undefined;
  const margin = Math.max(4, canvas.offsetHeight * MARGIN);
  const left = Math.min(...points.map(({ x }) => x)) - margin;
  const top = Math.min(...points.map(({ y }) => y)) - margin;
  const picture = document.createElement('canvas');
  picture.width = (Math.max(...points.map(({ x }) => x)) + margin - left) * SHARPNESS;
  picture.height = (Math.max(...points.map(({ y }) => y)) + margin - top) * SHARPNESS;
  picture
    .getContext('2d')!
    .setTransform(SHARPNESS, 0, 0, SHARPNESS, -left * SHARPNESS, -top * SHARPNESS);
  new SignaturePad(picture).fromData(strokes, { clear: false });
  return pictureMark('drawn', await pngOf(picture));
}
