import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { describedBy, LabelledField } from '../ui/labelled-field.tsx';
import { useCeremony } from './context.ts';

export function DeclineDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { api, ceremony, texts, setCeremony, explain } = useCeremony();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { declineDialog } = texts;
  const send = async () => {
    if (!reason.trim()) return setError(declineDialog.empty);
    setBusy(true);
    try {
      const ended = await api.decline(ceremony.handle, reason);
      onClose();
      setCeremony(ended);
    } catch (cause) {
      setError(await explain(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} labelledBy="decline-title" onClose={onClose}>
      <div class="stack">
        <h2 id="decline-title">{declineDialog.title}</h2>
        <p>{declineDialog.lead}</p>
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
          <Button variant="danger" busy={busy} onClick={send}>
            {declineDialog.send}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {declineDialog.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
