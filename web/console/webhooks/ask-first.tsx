import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Webhook } from '../sender-api.ts';
import { useWebhookTexts } from './texts/texts-of.ts';

export interface Asked {
  readonly what: 'remove' | 'rotate';
  readonly webhook: Webhook;
  readonly act: () => void;
}

/** Neither can be taken back. */
export const AskFirst = ({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) => (
  <Dialog open={asked !== undefined} labelledBy="webhook-asked" onClose={onClose}>
    {asked && <Question asked={asked} onClose={onClose} />}
  </Dialog>
);

function Question({
  asked: { what, webhook, act },
  onClose,
}: {
  asked: Asked;
  onClose: () => void;
}) {
  const words = useWebhookTexts();
  const isRemoval = what === 'remove';
  function confirm() {
    onClose();
    act();
  }
  return (
    <div class="stack">
      <h2 id="webhook-asked">{isRemoval ? words.removeTitle : words.rotateTitle}</h2>
      <p class="webhook-url">{isRemoval ? words.removeLead(webhook.url) : words.rotateLead}</p>
      <div class="row">
        <Button variant={isRemoval ? 'danger' : 'primary'} onClick={confirm}>
          {isRemoval ? words.remove : words.rotateConfirm}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {isRemoval ? words.keep : words.cancel}
        </Button>
      </div>
    </div>
  );
}
