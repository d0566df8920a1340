import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';

/**
 * No more codes can be sent. Only the sender can help, and is notified by one button, unless the sender is
 * this party.
 */
export function ReportLocked() {
  const { api, ceremony, setCeremony, explain } = useCeremony();
  const words = useLaterTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  async function tell() {
    setBusy(true);
    setError(undefined);
    try {
      setCeremony(await api.tellLocked(ceremony.handle));
    } catch (cause) {
      setError(await explain(cause));
    }
    setBusy(false);
  }
  if (ceremony.isSender) return <p role="status">{words.code.inviteYourself}</p>;
  const told = ceremony.lockedToldAt !== undefined;
  return (
    <div class="stack" role="status">
      {told && <p>{words.code.senderTold(ceremony.sender)}</p>}
      {error && <p class="error">{error}</p>}
      {!told && (
        <Button variant="secondary" busy={busy} onClick={tell}>
          {words.code.tellSender}
        </Button>
      )}
    </div>
  );
}
