import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useCeremony } from './context.ts';

/**
 * For someone a link reached by mistake: notifies the sender, needs no code and does not end the
 * envelope. Hidden from the sender.
 */
export function NotForMe() {
  const { ceremony, texts } = useCeremony();
  const [asking, setAsking] = useState(false);
  const { notForMe } = texts;
  if (ceremony.confirmedUntil || ceremony.isSender) return null;
  return (
    <div role="status">
      {ceremony.notMineAt ? (
        <Notice>
          <p>{notForMe.told(ceremony.sender)}</p>
        </Notice>
      ) : (
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {notForMe.open}
        </Button>
      )}
      <Dialog open={asking} labelledBy="not-for-me-title" onClose={() => setAsking(false)}>
        <Asked onClose={() => setAsking(false)} />
      </Dialog>
    </div>
  );
}

function Asked({ onClose }: { onClose: () => void }) {
  const { api, ceremony, texts, setCeremony, explain } = useCeremony();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { notForMe } = texts;
  async function tell() {
    setBusy(true);
    try {
      setCeremony(await api.notForMe(ceremony.handle));
      onClose();
    } catch (cause) {
      setError(await explain(cause));
      setBusy(false);
    }
  }
  return (
    <div class="stack">
      <h2 id="not-for-me-title">{notForMe.title}</h2>
      <p>{notForMe.lead(ceremony.sender)}</p>
      {error && (
        <Notice tone="bad" announce>
          <p>{error}</p>
        </Notice>
      )}
      <div class="row">
        <Button busy={busy} onClick={tell}>
          {notForMe.send}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {texts.declineDialog.cancel}
        </Button>
      </div>
    </div>
  );
}
