import { useEffect, useState } from 'preact/hooks';
import type { Drawing } from '../../../shared/pdf/draw/drawing.ts';
import type { Field } from '../ceremony-api.ts';
import { writtenInAny } from '../marks/load-hand.ts';
import type { Mark } from '../marks/mark.ts';
import { DrawingItems } from './drawing-items.tsx';

export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Properties {
  readonly mark: Mark;
  readonly field: Field;
  /** Lower edge of the mark in points from the box's foot, above the caption. */
  readonly room: Room;
  readonly onLoad: () => void;
}

/** A mark at the largest size that fits, undistorted and centred, as in the signed document. */
export function MarkLook({ mark, field, room, onLoad }: Properties) {
  const place = {
    x: room.x,
    y: field.height - room.y - room.height,
    width: room.width,
    height: room.height,
  };
  if (mark.method !== 'typed') return <image {...place} href={mark.preview} onLoad={onLoad} />;
  return <TypedLook {...{ mark, field, place, onLoad }} />;
}

type TypedMark = Extract<Mark, { readonly method: 'typed' }>;
type TypedProperties = Pick<Properties, 'field' | 'onLoad'> & {
  readonly mark: TypedMark;
  readonly place: Room;
};

function TypedLook({ mark, field, place, onLoad }: TypedProperties) {
  const drawing = useTyped(mark, field);
  useEffect(() => {
    if (drawing) onLoad();
  }, [drawing]);
  if (!drawing) return null;
  if (drawing === 'print') return <Printed text={mark.text} place={place} />;
  return (
    <svg {...place} aria-hidden="true" viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
      <DrawingItems items={drawing.items} height={drawing.height} />
    </svg>
  );
}

/** If no handwriting font covers all letters, the document's own font is used. */
const Printed = ({ text, place: { x, y, width, height } }: { text: string; place: Room }) => (
  <text
    x={x + width / 2}
    y={y + height * 0.7}
    text-anchor="middle"
    font-size={Math.min(height * 0.6, (width * 1.7) / text.length)}
    fill="rgb(15 33 107)"
  >
    {text}
  </text>
);

function useTyped({ text, hand }: TypedMark, { width, height }: Field) {
  const [drawing, setDrawing] = useState<Drawing | 'print'>();
  useEffect(() => {
    let wanted = true;
    void writtenInAny(text, hand, { width, height })
      .catch(() => undefined)
      .then((written) => wanted && setDrawing(written ?? 'print'));
    return () => {
      wanted = false;
    };
  }, [text, hand, width, height]);
  return drawing;
}
