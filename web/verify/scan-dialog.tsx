import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSpeech } from './context.ts';

/** https://wicg.github.io/shape-detection-api/ */
interface BarcodeDetector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => BarcodeDetector;
  }
}

const EVERY_MS = 250;

export const canScan = (): boolean =>
  window.BarcodeDetector !== undefined && navigator.mediaDevices !== undefined;

/** The address of a document of this register, from the text of a QR code. */
export function scannedAddress(text: string, origin: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const ours = url?.origin === origin && /^\/v\/[0-9A-Z]{26}$/.test(url.pathname);
  return ours ? url.href : undefined;
}

interface Properties {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ScanDialog({ open, onClose }: Properties) {
  const { texts } = useSpeech();
  return (
    <Dialog open={open} labelledBy="scan-title" onClose={onClose}>
      <div class="stack">
        <h2 id="scan-title">{texts.scan}</h2>
        <Scanner />
        <Button variant="secondary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}

function Scanner() {
  const { texts } = useSpeech();
  const video = useRef<HTMLVideoElement>(null);
  const [said, setSaid] = useState<'scanHint' | 'scanFailed' | 'scanForeign'>('scanHint');
  useEffect(() => {
    const over = new AbortController();
    scan(video.current!, over.signal, (text) => {
      const address = scannedAddress(text, location.origin);
      if (address) location.assign(address);
      else setSaid('scanForeign');
    }).catch(() => setSaid('scanFailed'));
    return () => over.abort();
  }, []);
  return (
    <>
      <video ref={video} class="camera" muted playsInline />
      <p role="status">{texts[said]}</p>
    </>
  );
}

/** Looks for QR codes through the camera behind the device until it is told to stop. */
async function scan(video: HTMLVideoElement, over: AbortSignal, found: (text: string) => void) {
  const detector = new window.BarcodeDetector!({ formats: ['qr_code'] });
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  over.addEventListener('abort', stop);
  if (over.aborted) return stop();
  video.srcObject = stream;
  await video.play();
  while (!over.aborted) {
    const [code] = await detector.detect(video);
    if (code) found(code.rawValue);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
