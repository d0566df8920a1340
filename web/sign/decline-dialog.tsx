import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { describedBy, LabelledField } from '../ui/labelled-field.tsx';
import { useCeremony } from './context.ts';

/** Asks for the reason; then a code is required to decline. */
export function DeclineDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { ceremony, texts, declineFor } = useCeremony();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { declineDialog } = texts;
  function goOn() {
    if (!reason.trim()) return setError(declineDialog.empty);
    onClose();
    declineFor(reason);
  }
  return (
    <Dialog open={open} labelledBy="decline-title" onClose={onClose}>
      <div class="stack">
        <h2 id="decline-title">{declineDialog.title}</h2>
        <p>{declineDialog.lead}</p>
        <p>{declineDialog.code(ceremony.me.channel)}</p>
        <LabelledField id="decline-reason" label={declineDialog.reason} error={error}>
          <textarea
            id="decline-reason"
            rows={3}
            maxLength={500}
            value={reason}
            aria-describedby={describedBy('decline-reason', undefined, error)}
            aria-invalid={error ? 'true' : undefined}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </LabelledField>
        <div class="row">
          <Button onClick={goOn}>{texts.next}</Button>
          <Button variant="secondary" onClick={onClose}>
            {declineDialog.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
