import { useEffect, useState } from 'preact/hooks';
import type { Drawing } from '../../../shared/pdf/draw/drawing.ts';
import { writtenName } from './load-hand.ts';

const SIZE = { width: 320, height: 90 };

interface Properties {
  readonly text: string;
  readonly hand: string;
  /** Absent if the picture only repeats its label (decorative). */
  readonly label?: string;
}

/** The name as it will be drawn in the document; in the document's font if no handwriting font covers it. */
export function TypedPreview({ text, hand, label }: Properties) {
  const drawn = useWritten(text, hand);
  return (
    <svg
      class="typed-preview"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      {drawn === 'print' ? (
        <text x="50%" y="62%" text-anchor="middle" font-size="32" textLength={lengthOf(text)}>
          {text}
        </text>
      ) : (
        drawn?.items.map((item, index) =>
          item.kind === 'path' ? (
            <path
              key={index}
              d={item.d}
              transform={`translate(${item.x} ${SIZE.height - item.y}) scale(${item.scale} ${-item.scale})`}
            />
          ) : null,
        )
      )}
    </svg>
  );
}

/** Compressed only if it would not fit. */
const lengthOf = (text: string): number | undefined =>
  text.length > 18 ? SIZE.width * 0.9 : undefined;

function useWritten(text: string, hand: string): Drawing | 'print' | undefined {
  const [drawn, setDrawn] = useState<Drawing | 'print'>();
  useEffect(() => {
    let wanted = true;
    void writtenName(text, hand, SIZE)
      .catch(() => undefined)
      .then((drawing) => wanted && setDrawn(drawing ?? 'print'));
    return () => {
      wanted = false;
    };
  }, [text, hand]);
  return drawn;
}
