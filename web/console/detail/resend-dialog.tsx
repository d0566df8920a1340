import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useConsole } from '../context.ts';
import type { Party } from '../sender-api.ts';

interface Properties {
  readonly party: Party | undefined;
  readonly onClose: () => void;
  readonly onResend: (party: Party) => void;
}

/** Asks for confirmation, because a new invitation invalidates earlier links. */
export function ResendDialog({ party, onClose, onResend }: Properties) {
  const { detail, cancel } = useConsole().texts;
  return (
    <Dialog open={party !== undefined} labelledBy="resend-title" onClose={onClose}>
      {party && (
        <div class="stack">
          <h2 id="resend-title">{detail.resendTitle(party.name)}</h2>
          <p>{detail.resendLead(party.name)}</p>
          <div class="row">
            <Button onClick={() => onResend(party)}>{detail.resendConfirm}</Button>
            <Button variant="secondary" onClick={onClose}>
              {cancel}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
