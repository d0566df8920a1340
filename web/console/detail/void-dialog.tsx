import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';

interface Properties {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onVoid: (reason: string) => void;
}

/** Voiding cannot be undone, so it asks for a reason, which the signers are told. */
export const VoidDialog = ({ open, onClose, onVoid }: Properties) => (
  <Dialog open={open} labelledBy="void-title" onClose={onClose}>
    <Form onClose={onClose} onVoid={onVoid} />
  </Dialog>
);

function Form({ onClose, onVoid }: Omit<Properties, 'open'>) {
  const { texts } = useConsole();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  function submit(event: Event) {
    event.preventDefault();
    if (reason.trim()) return onVoid(reason);
    setError(texts.detail.reasonMissing);
    document.getElementById('reason')?.focus();
  }
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h2 id="void-title">{texts.detail.voidTitle}</h2>
      <p>{texts.detail.voidLead}</p>
      <LabelledField
        id="reason"
        label={texts.detail.voidReason}
        hint={texts.detail.voidHint}
        error={error}
      >
        <textarea
          id="reason"
          rows={3}
          maxLength={500}
          value={reason}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy('reason', texts.detail.voidHint, error)}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </LabelledField>
      <div class="row">
        <Button type="submit" variant="danger">
          {texts.detail.voidConfirm}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {texts.detail.voidKeep}
        </Button>
      </div>
    </form>
  );
}
