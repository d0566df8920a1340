import { useEffect, useState } from 'preact/hooks';
import type { Drawing } from '../../../shared/pdf/drawing.ts';

const SIZE = { width: 320, height: 90 };

/** The name exactly as the system will draw it into the document. */
export function TypedPreview({ text, hand, label }: { text: string; hand: string; label: string }) {
  const drawing = useTyped(text, hand);
  return (
    <svg
      class="typed-preview"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={label}
    >
      {drawing?.items.map((item, index) =>
        item.kind === 'path' ? (
          <path
            key={index}
            d={item.d}
            transform={`translate(${item.x} ${SIZE.height - item.y}) scale(${item.scale} ${-item.scale})`}
          />
        ) : null,
      )}
    </svg>
  );
}

function useTyped(text: string, hand: string): Drawing | undefined {
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let wanted = true;
    void import('../../../shared/pdf/hands/typed-signature.ts')
      .then(({ isHand, typedSignature }) =>
        isHand(hand) ? typedSignature(text, hand, SIZE) : undefined,
      )
      .then((drawn) => wanted && setDrawing(drawn))
      .catch(() => wanted && setDrawing(undefined));
    return () => {
      wanted = false;
    };
  }, [text, hand]);
  return drawing;
}
