import { useState } from 'preact/hooks';
import { lawIn } from '../../../shared/contract/law/law.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { storage } from '../../ui/storage.ts';
import { useConsole } from '../context.ts';

const told = storage('localStorage');
const nameFor = (email: string): string => `sigillo.told.form.${email}`;

/** Tells each sender once, before the first document is sent, that some acts require another legal form. */
export function FormNotice() {
  const { texts, settings, language } = useConsole();
  const name = nameFor(settings.me.email);
  const [open, setOpen] = useState(() => told.get(name) === undefined);
  if (!open) return null;
  function understood() {
    told.set(name, 'understood');
    setOpen(false);
  }
  return (
    <Notice tone="warn">
      <p>{lawIn(language, settings.country).form}</p>
      <Button variant="secondary" onClick={understood}>
        {texts.review.understood}
      </Button>
    </Notice>
  );
}
