import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { openCamera } from '../ui/camera.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useLocalization } from './context.ts';
import { readCodes } from './scan.ts';
import { scannedAddress } from './scanned-address.ts';

interface Properties {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ScanDialog({ open, onClose }: Properties) {
  const { texts } = useLocalization();
  return (
    <Dialog open={open} labelledBy="scan-title" onClose={onClose}>
      <div class="stack">
        <h2 id="scan-title">{texts.scan}</h2>
        <Scanner onFound={onClose} />
        <Button variant="secondary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}

function Scanner({ onFound }: { onFound: () => void }) {
  const { texts } = useLocalization();
  const video = useRef<HTMLVideoElement>(null);
  const [announcement, setAnnouncement] = useState<'scanHint' | 'scanFailed' | 'scanForeign'>(
    'scanHint',
  );
  useEffect(() => {
    const over = new AbortController();
    function found(text: string) {
      const address = scannedAddress(text, location.origin);
      if (!address) return setAnnouncement('scanForeign');
      over.abort();
      onFound();
      location.assign(address);
    }
    openCamera(video.current!, over.signal)
      .then(() => readCodes(video.current!, over.signal, found))
      .catch(() => setAnnouncement('scanFailed'));
    return () => over.abort();
  }, []);
  return (
    <>
      <video ref={video} class="camera" muted playsInline hidden={announcement === 'scanFailed'} />
      <p role="status">{texts[announcement]}</p>
    </>
  );
}
