import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { openInTab } from '../ui/open-in-tab.ts';
import { useCeremony } from './context.ts';

interface Properties {
  readonly wanted?: boolean;
  readonly onOpened?: () => void;
}

/**
 * Opens the PDF to print it, save it or have it read by someone else before signing. `wanted`: because the
 * page cannot display it.
 */
export function OpenAsPdf({ wanted = false, onOpened }: Properties) {
  const { api, ceremony, texts, setCeremony } = useCeremony();
  const [failed, setFailed] = useState(false);
  async function open() {
    setFailed(false);
    try {
      const { sha256 } = await openInTab(() => api.document(ceremony.handle));
      onOpened?.();
      if (!ceremony.shown) setCeremony(await api.shown(ceremony.handle, sha256, 'pdf'));
    } catch {
      setFailed(true);
    }
  }
  return (
    <div class="stack-s">
      <p>
        <Button variant={wanted ? 'secondary' : 'quiet'} onClick={open}>
          {texts.viewer.openAsPdf}
        </Button>
      </p>
      {failed && <p role="alert">{texts.viewer.failed}</p>}
    </div>
  );
}
