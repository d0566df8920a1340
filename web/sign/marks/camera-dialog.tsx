import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { openCamera } from '../../ui/camera.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import { pngOf } from './mark.ts';

interface Properties {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPhoto: (photo: Blob) => void;
}

/** Takes a photo with the computer's camera, for devices without a camera app. */
export function CameraDialog({ id, open, onClose, onPhoto }: Properties) {
  const words = useLaterTexts();
  return (
    <Dialog open={open} labelledBy={`${id}-title`} onClose={onClose}>
      <div class="stack">
        <h2 id={`${id}-title`}>{words.mark.camera}</h2>
        <Viewfinder onClose={onClose} onPhoto={onPhoto} />
      </div>
    </Dialog>
  );
}

function Viewfinder({ onClose, onPhoto }: Pick<Properties, 'onClose' | 'onPhoto'>) {
  const { texts } = useCeremony();
  const words = useLaterTexts();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'ready' | 'failed'>('opening');
  useEffect(() => {
    const over = new AbortController();
    openCamera(video.current!, over.signal).then(
      () => setState('ready'),
      () => setState('failed'),
    );
    return () => over.abort();
  }, []);
  function shoot() {
    onPhoto(frameOf(video.current!));
    onClose();
  }
  return (
    <>
      {state === 'failed' ? (
        <p role="alert">{words.mark.cameraFailed}</p>
      ) : (
        <video ref={video} class="camera" muted playsInline aria-label={words.mark.camera} />
      )}
      <div class="row">
        {state !== 'failed' && (
          <Button unavailable={state === 'opening'} onClick={shoot}>
            {words.mark.shoot}
          </Button>
        )}
        <Button variant="secondary" onClick={onClose}>
          {texts.back}
        </Button>
      </div>
    </>
  );
}

function frameOf(video: HTMLVideoElement): Blob {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')!.drawImage(video, 0, 0);
  return pngOf(canvas);
}
