import { useEffect, useRef, useState } from 'preact/hooks';
import { firstSignature } from '../../../shared/domain/envelope/first-signature.ts';
import { captioned } from '../../../shared/pdf/draw/signature-appearance.ts';
import { placeOnPage } from '../../ui/document/place-on-page.ts';
import { scrollToMark } from '../../ui/document/scroll-to.ts';
import type { Field } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { useDocument } from '../document.tsx';
import { lettersIn } from '../field-marks.tsx';
import { isFilled } from '../fields/my-fields.ts';
import { laterTextsOf } from '../texts/later/texts-of.ts';
import { usePageSize } from '../use-page-size.ts';
import { DrawingItems } from './drawing-items.tsx';
import { MarkLook } from './mark-look.tsx';
import { markOf } from './mark-of.ts';
import { useInView } from './use-in-view.ts';
import { valueItems } from './value-items.ts';

interface Properties {
  readonly page: number;
  /** The field to scroll to first. */
  readonly first: string | undefined;
  /** Called when a mark has been in view. */
  readonly onSeen: (field: string) => void;
}

/** Overlay for one page: the party's values and marks as they will appear after signing. */
export function FieldLooks({ page, first, onSeen }: Properties) {
  const { ceremony } = useCeremony();
  const size = usePageSize(useDocument().pdf, page);
  if (!size) return null;
  return ceremony.fields
    .filter((field) => field.page === page)
    .map((field) => (
      <FieldLook key={field.id} {...{ field, size, onSeen }} first={field.id === first} />
    ));
}

type LookProperties = Pick<Properties, 'onSeen'> & {
  readonly field: Field;
  readonly size: { readonly width: number; readonly height: number };
  readonly first: boolean;
};

function FieldLook({ field, size, first, onSeen }: LookProperties) {
  const context = useCeremony();
  const { values, ceremony } = context;
  const place = useRef<HTMLSpanElement>(null);
  const [loaded, setLoaded] = useState(false);
  useInView(place, loaded, () => onSeen(field.id));
  useEffect(() => {
    if (first) scrollToMark(`field-${field.id}`);
  }, []);
  const mark = markOf(field, context);
  if (!mark && !isFilled(field, values)) return null;
  const { width, height } = field;
  const caption = captionOf(field, context);
  return (
    <span
      ref={place}
      id={`field-${field.id}`}
      class="field-look"
      role="img"
      aria-label={context.texts.fields.onPage(field.label, field.page + 1)}
      style={{
        ...placeOnPage(field, size).style,
        fontSize: `${(lettersIn(field) / size.width) * 100}cqw`,
      }}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {mark ? (
          <MarkLook
            {...{ mark, field }}
            room={caption?.room ?? { x: 0, y: 0, width, height }}
            onLoad={() => setLoaded(true)}
          />
        ) : (
          <DrawingItems
            items={valueItems(field, values[field.id]!, ceremony.documentLanguage)}
            height={height}
          />
        )}
        {caption && <DrawingItems items={caption.lines} height={height} />}
      </svg>
    </span>
  );
}

/** Caption below the signature: who, how and, once signed, when. */
function captionOf(field: Field, { ceremony }: Pick<ReturnType<typeof useCeremony>, 'ceremony'>) {
  if (field.id !== firstSignature(ceremony.fields)?.id) return undefined;
  const { documentLanguage: language, me } = ceremony;
  return captioned(field, me.name, language, laterTextsOf(language).review.signingTime);
}
