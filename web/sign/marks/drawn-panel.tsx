import { useEffect, useRef, useState } from 'preact/hooks';
import SignaturePad from 'signature_pad';
import { Button } from '../../ui/button.tsx';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { fittedStrokes, strokesMark } from './drawn-strokes.ts';
import type { Mark, Strokes } from './mark.ts';
import { padShape } from './pad-shape.ts';

interface Properties {
  readonly mark: Mark | undefined;
  readonly onMark: (mark: Mark | undefined) => void;
}

/** A stored drawing is loaded as a picture: it can be kept or drawn again. */
export function DrawnPanel({ mark, onMark }: Properties) {
  const words = useLaterTexts();
  const [kept, setKept] = useState(mark?.method === 'drawn' && !mark.strokes ? mark : undefined);
  if (!kept) {
    return <Pad before={mark?.method === 'drawn' ? mark.strokes : undefined} onMark={onMark} />;
  }
  function anew() {
    setKept(undefined);
    onMark(undefined);
  }
  return (
    <div class="stack">
      <img class="checkered" src={kept.preview} alt={words.mark.preview} />
      <Button variant="secondary" onClick={anew}>
        {words.mark.anew}
      </Button>
    </div>
  );
}

interface PadProperties {
  readonly before: Strokes | undefined;
  readonly onMark: (mark: Mark | undefined) => void;
}

/** Smooth strokes by mouse, finger or pen. Rotating the phone keeps the drawing. */
function Pad({ before, onMark }: PadProperties) {
  const { ceremony } = useCeremony();
  const words = useLaterTexts();
  const { canvas, redraw } = usePad(before, onMark);
  return (
    <div class="stack">
      <p class="soft small" id="pad-hint">
        {words.mark.padHint} <span class="by-keyboard">{words.mark.padKeys}</span>
      </p>
      <canvas
        ref={canvas}
        class="pad"
        style={{ '--shape': padShape(ceremony) }}
        role="img"
        aria-label={words.mark.pad}
        aria-describedby="pad-hint"
      />
      <div class="row">
        <Button variant="secondary" onClick={() => redraw((strokes) => strokes.slice(0, -1))}>
          {words.mark.undo}
        </Button>
        <Button variant="secondary" onClick={() => redraw(() => [])}>
          {words.mark.clear}
        </Button>
      </div>
    </div>
  );
}

function usePad(before: Strokes | undefined, onMark: PadProperties['onMark']) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const changed = () => onMark(strokesMark(pad.current?.toData() ?? []));
  useEffect(() => {
    const element = canvas.current!;
    const made = new SignaturePad(element, { penColor: '#10245c', minWidth: 0.8, maxWidth: 2.6 });
    pad.current = made;
    if (before) made.fromData(before);
    made.addEventListener('endStroke', changed);
    const observer = new ResizeObserver(() => resize(made, element));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.off();
    };
  }, [onMark]);
  function redraw(change: (strokes: Strokes) => Strokes) {
    pad.current?.fromData(change(pad.current.toData()));
    changed();
  }
  return { canvas, redraw };
}

/** Resizes the canvas's bitmap and redraws all strokes, scaled to fit. */
function resize(pad: SignaturePad, canvas: HTMLCanvasElement): void {
  const { offsetWidth: width, offsetHeight: height } = canvas;
  const strokes = fittedStrokes(pad.toData(), width, height);
  const density = window.devicePixelRatio || 1;
  canvas.width = width * density;
  canvas.height = height * density;
  canvas.getContext('2d')!.scale(density, density);
  pad.fromData(strokes);
}
