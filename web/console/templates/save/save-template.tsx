import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { linkTo } from '../../route.ts';
import type { Envelope } from '../../sender-api.ts';
import { useTemplateTexts } from '../texts/texts-of.ts';
import { NamingForm } from './naming-form.tsx';

interface Properties {
  readonly envelope: Envelope;
  /** What must be saved first. */
  readonly before?: () => Promise<void>;
}

/** Keeps an envelope as a template, or as the next version of one. */
export function SaveTemplate({ envelope, before }: Properties) {
  const { save } = useTemplateTexts();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string>();
  return (
    <>
      <Dialog open={open} labelledBy="save-template" onClose={() => setOpen(false)}>
        <NamingForm
          envelope={envelope}
          before={before}
          onClose={() => setOpen(false)}
          onSaved={(name) => {
            setOpen(false);
            setDone(name);
          }}
        />
      </Dialog>
      <div class="row">
        <Button variant="secondary" onClick={() => setOpen(true)}>
          {save.open}
        </Button>
      </div>
      <div role="status">
        {done !== undefined && (
          <Notice tone="good">
            <p>{save.done(done)}</p>
            <p>
              <a href={linkTo.templates()}>{save.toTemplates}</a>
            </p>
          </Notice>
        )}
      </div>
    </>
  );
}
