import type { ComponentType } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Field } from './ceremony-api.ts';
import { useCeremony } from './context.ts';
import { useDocument } from './document.tsx';
import type { FieldDialogProperties } from './field-dialog.tsx';
import { FieldMarks } from './field-marks.tsx';
import { NextField } from './next-field.tsx';
import { useSeen } from './seen.tsx';

const PdfViewer = lazy(() =>
  import('../ui/document/pdf-viewer.tsx').then(({ PdfViewer }) => ({ default: PdfViewer })),
);

interface Properties {
  /** Opens a field for input when it is pressed; absent while reading. */
  readonly dialog?: ComponentType<FieldDialogProperties>;
  /** The field being edited in the list; highlighted where list and document are side by side. */
  readonly active?: Field | undefined;
}

/** The document with the party's fields marked. */
export function DocumentView({ dialog: Dialog, active }: Properties) {
  const { texts } = useCeremony();
  const { pdf, failed, retry } = useDocument();
  const { gate, onDrawn } = useSeen();
  const [open, setOpen] = useState<Field>();
  if (failed) {
    return (
      <Notice tone="bad" announce>
        <p>{texts.viewer.failed}</p>
        <Button variant="secondary" onClick={retry}>
          {texts.tryAgain}
        </Button>
      </Notice>
    );
  }
  return (
    <Suspense fallback={<p role="status">{texts.viewer.loading}</p>}>
      <PdfViewer
        pdf={pdf}
        texts={texts.viewer}
        wanted={gate.state === 'waiting' ? gate.next : undefined}
        onDrawn={onDrawn}
        reveal={active && `field-${active.id}`}
        tools={<NextField fillable={Dialog !== undefined} />}
        overlay={(page) => <FieldMarks page={page} active={active} onOpen={Dialog && setOpen} />}
      />
      {Dialog && <Dialog field={open} onField={setOpen} onClose={() => setOpen(undefined)} />}
    </Suspense>
  );
}
