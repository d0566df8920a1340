import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { openInTab } from '../ui/open-in-tab.ts';
import { useCeremony } from './context.ts';

/** To print it, keep it or have it read by someone else before signing. */
export function OpenAsPdf() {
  const { api, ceremony, texts } = useCeremony();
  const [failed, setFailed] = useState(false);
  const open = () => {
    setFailed(false);
    openInTab(() => api.document(ceremony.handle)).catch(() => setFailed(true));
  };
  return (
    <div class="stack-s">
      <p>
        <Button variant="quiet" onClick={open}>
          {texts.viewer.openAsPdf}
        </Button>
      </p>
      {failed && <p role="alert">{texts.viewer.failed}</p>}
    </div>
  );
}
