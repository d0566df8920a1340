import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../ui/notice.tsx';
import { useSpeech } from './context.ts';
import { ShieldIcon } from './icons.tsx';
import type { FileCheckProperties } from './use-file-check.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** A file let go anywhere on the page is checked; the browser would leave the page to show it. */
function useDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('dragover', drag, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [onFile]);
  return over;
}

export function FileCheck({ state, onFile }: FileCheckProperties) {
  const { texts } = useSpeech();
  const over = useDrop(onFile);
  return (
    <section class="stack" aria-labelledby="file-title">
      <h2 id="file-title">{texts.fileTitle}</h2>
      <div class={`drop-zone stack ${over ? 'over' : ''}`}>
        <p class="drop-hint">{over ? texts.drop : texts.fileLead}</p>
        <FileButton busy={state.kind === 'checking'} onFile={onFile} />
        <p class="privacy">
          <ShieldIcon />
          <span>{texts.privacy}</span>
        </p>
      </div>
      <div role="status">
        {state.kind === 'checking' && <span class="hidden-visually">{texts.checking}</span>}
      </div>
      {state.kind === 'failed' && (
        <Notice tone="bad" announce>
          <p>{texts.fault}</p>
        </Notice>
      )}
    </section>
  );
}

/** The label is the button; the input itself keeps the focus and its name. */
function FileButton({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { texts } = useSpeech();
  return (
    <label class="button large file-button" aria-disabled={busy ? 'true' : undefined}>
      {busy && <span class="spinner" aria-hidden="true" />}
      {busy ? texts.checking : texts.choose}
      <input
        class="hidden-visually"
        type="file"
        accept="application/pdf,.pdf"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file && !busy) onFile(file);
        }}
      />
    </label>
  );
}
