import { Notice } from '../ui/notice.tsx';
import { useLocalization } from './context.ts';
import { ShieldIcon } from './icons.tsx';
import type { FileCheckProperties } from './use-file-check.ts';

interface Properties extends FileCheckProperties {
  /** A file is being dragged over the page. */
  readonly over: boolean;
}

export function FileCheck({ state, onFile, over }: Properties) {
  const { texts } = useLocalization();
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
      {(state.kind === 'failed' || state.kind === 'tooSlow') && (
        <Notice tone="bad" announce>
          <p>{state.kind === 'failed' ? texts.fault : texts.tooSlow}</p>
        </Notice>
      )}
    </section>
  );
}

/** The label acts as the button; the input keeps focus and accessible name. */
function FileButton({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { texts } = useLocalization();
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
