import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { CameraDialog } from './camera-dialog.tsx';

/** With this list of types, phones that store HEIC provide a JPEG. */
const ACCEPTED = 'image/jpeg,image/png,image/webp';

interface Properties {
  readonly id: string;
  readonly label: string;
  readonly onFile: (file: Blob | undefined) => void;
}

export function FileChooser({ id, label, onFile, capture }: Properties & { capture?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  function chosen() {
    onFile(input.current?.files?.[0]);
    if (input.current) input.current.value = '';
  }
  return (
    <>
      <Button variant="secondary" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        id={id}
        hidden
        type="file"
        accept={ACCEPTED}
        capture={capture ? 'environment' : undefined}
        onChange={chosen}
      />
    </>
  );
}

/** Phones use their own camera app, which takes better photos; computers use the page's camera dialog. */
const hasCameraApp = (): boolean =>
  window.matchMedia('(pointer: coarse)').matches || navigator.mediaDevices === undefined;

export function CameraChooser({ id, label, onFile }: Properties) {
  const [open, setOpen] = useState(false);
  if (hasCameraApp()) return <FileChooser {...{ id, label, onFile }} capture />;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <CameraDialog id={id} open={open} onClose={() => setOpen(false)} onPhoto={onFile} />
    </>
  );
}
