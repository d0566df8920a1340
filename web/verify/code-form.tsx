import { useEffect, useRef, useState } from 'preact/hooks';
import { isEnvelopeId, normalizeEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import { Button } from '../ui/button.tsx';
import { describedBy, LabelledField } from '../ui/labelled-field.tsx';
import { useLocalization } from './context.ts';
import { hasCamera } from './scan.ts';
import { ScanDialog } from './scan-dialog.tsx';
import { scannedAddress } from './scanned-address.ts';

function useCamera(): boolean {
  const [camera, setCamera] = useState(false);
  useEffect(() => void hasCamera().then(setCamera), []);
  return camera;
}

/** Form for another document's code, typed or scanned. */
export function CodeForm() {
  const { texts, phrases } = useLocalization();
  const [error, setError] = useState(false);
  const [scanning, setScanning] = useState(false);
  const camera = useCamera();
  const input = useRef<HTMLInputElement>(null);
  function submit(event: Event) {
    event.preventDefault();
    const typed = input.current?.value.trim() ?? '';
    const code = normalizeEnvelopeId(typed);
    const address = isEnvelopeId(code) ? `/v/${code}` : scannedAddress(typed, location.origin);
    if (address) return location.assign(address);
    setError(true);
    input.current?.focus();
  }
  const wrong = error ? texts.codeWrong : undefined;
  return (
    <form class="card stack" aria-labelledby="code-title" noValidate onSubmit={submit}>
      <h2 id="code-title">{texts.codeTitle}</h2>
      <LabelledField id="code" label={phrases.askCode} hint={phrases.codeHint} error={wrong}>
        <input
          ref={input}
          id="code"
          class="mono"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy('code', phrases.codeHint, wrong)}
        />
      </LabelledField>
      <div class="row">
        <Button type="submit">{phrases.show}</Button>
        {camera && (
          <Button variant="secondary" onClick={() => setScanning(true)}>
            {texts.scan}
          </Button>
        )}
      </div>
      <ScanDialog open={scanning} onClose={() => setScanning(false)} />
    </form>
  );
}
