import { lazy, Suspense } from 'preact/compat';
import { useCeremony } from '../context.ts';
import { useDocument } from '../document.tsx';
import { NextField } from '../next-field.tsx';
import { OpenAsPdf } from '../open-as-pdf.tsx';
import { useLaterTexts } from '../use-later-texts.ts';
import { FieldLooks } from './field-look.tsx';
import { placedFields } from './mark-of.ts';
import type { MarksSeen } from './use-marks-seen.ts';

const PdfViewer = lazy(() =>
  import('../../ui/document/pdf-viewer.tsx').then(({ PdfViewer }) => ({ default: PdfViewer })),
);

/** Preview of the signed document: the party's values and marks in their places. */
export function DocumentAsSigned({ seen }: { seen: MarksSeen }) {
  const context = useCeremony();
  const words = useLaterTexts();
  const { texts } = context;
  const { pdf, failed } = useDocument();
  return (
    <div class="stack-s">
      {!failed && (
        <Suspense fallback={<p role="status">{texts.viewer.loading}</p>}>
          <PdfViewer
            pdf={pdf}
            texts={texts.viewer}
            onDrawn={seen.onDrawn}
            tools={<NextField fillable={false} among={placedFields(context)} />}
            overlay={(page) => (
              <FieldLooks page={page} first={seen.first?.id} onSeen={seen.onSeen} />
            )}
          />
        </Suspense>
      )}
      {seen.inWords && (
        <>
          <p role="status">{words.review.inWords}</p>
          <OpenAsPdf wanted />
        </>
      )}
    </div>
  );
}
