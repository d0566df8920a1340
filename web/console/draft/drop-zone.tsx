import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';
import { problemOf, type Upload } from './upload.ts';

interface Properties {
  readonly upload: Upload;
  /** Whether a document is present, which the new one replaces. */
  readonly replaces: boolean;
  readonly onFile: (file: File) => void;
}

/** Accepts a PDF by drag and drop or file picker; shows upload progress and the reason for a refusal. */
export function DropZone({ upload, replaces, onFile }: Properties) {
  const { texts, settings } = useConsole();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const busy = upload.kind === 'sending' || upload.kind === 'checking';
  useNoStrayDrop();
  async function take(file: File | undefined) {
    if (!file || busy) return;
    const found = await problemOf(file, settings.maxDocumentBytes);
    const megabytes = Math.floor(settings.maxDocumentBytes / 1_048_576);
    setProblem(found && texts.upload.problems[found](file.name, megabytes));
    if (!found) onFile(file);
  }
  const refused = problem ?? (upload.kind === 'refused' ? upload.sentence : undefined);
  return (
    <div class="stack">
      {refused && !busy && (
        <Notice tone="bad" announce>
          <strong>{texts.upload.refused}</strong>
          <p>{refused}</p>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        class={`drop ${over ? 'over' : ''} ${replaces ? 'small-drop' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        {busy ? (
          <Progress upload={upload} />
        ) : (
          <>
            <Sheet />
            <p>
              <strong>{replaces ? texts.upload.dropOther : texts.upload.drop}</strong>
            </p>
            <Button
              variant={replaces ? 'secondary' : 'primary'}
              onClick={() => input.current?.click()}
            >
              {replaces ? texts.upload.chooseOther : texts.upload.choose}
            </Button>
            <p class="small soft">
              {texts.upload.limit(Math.floor(settings.maxDocumentBytes / 1_048_576))}
            </p>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept="application/pdf,.pdf"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}

/** A file dropped beside the zone would otherwise replace the console in the browser window. */
function useNoStrayDrop(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

function Progress({ upload }: { upload: Upload }) {
  const { texts } = useConsole();
  if (upload.kind === 'sending')
    return (
      <div class="stack progress-box">
        <label for="upload-progress">{texts.upload.sending(upload.name)}</label>
        <progress id="upload-progress" max={1} value={upload.fraction} />
      </div>
    );
  return (
    <p class="row" role="status">
      <span class="spinner" aria-hidden="true" />
      {texts.upload.checking}
    </p>
  );
}

const Sheet = () => (
  <svg width="44" height="52" viewBox="0 0 44 52" aria-hidden="true" class="sheet">
    <path d="M4 2h24l12 12v36H4z" fill="none" stroke="currentColor" stroke-width="2.5" />
    <path d="M28 2v12h12" fill="none" stroke="currentColor" stroke-width="2.5" />
    <path d="M22 40V24m-7 7 7-7 7 7" fill="none" stroke="currentColor" stroke-width="2.5" />
  </svg>
);
