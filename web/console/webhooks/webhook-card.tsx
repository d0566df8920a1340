import { Button } from '../../ui/button.tsx';
import { formatInstant } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import type { Webhook } from '../sender-api.ts';
import { Deliveries } from './deliveries.tsx';
import { useWebhookTexts } from './texts/texts-of.ts';
import type { Webhooks } from './use-webhooks.ts';

interface Properties {
  readonly webhook: Webhook;
  readonly webhooks: Webhooks;
  readonly onRotate: (webhook: Webhook) => void;
  readonly onRemove: (webhook: Webhook) => void;
}

/** One webhook: where, whose events, how it goes, and what can be done. */
export function WebhookCard({ webhook, webhooks, onRotate, onRemove }: Properties) {
  const words = useWebhookTexts();
  const { busy, test, switchTo } = webhooks;
  const { id, url, off } = webhook;
  const isOff = off !== undefined;
  return (
    <>
      <Facts webhook={webhook} />
      <div class="row tight">
        <Button
          variant="secondary"
          aria-label={`${words.test}: ${url}`}
          busy={busy === `test-${id}`}
          onClick={() => test(webhook)}
        >
          {words.test}
        </Button>
        <Button
          variant="secondary"
          aria-label={`${isOff ? words.resume : words.pause}: ${url}`}
          busy={busy === `switch-${id}`}
          onClick={() => switchTo(webhook, isOff)}
        >
          {isOff ? words.resume : words.pause}
        </Button>
        <Button
          variant="secondary"
          aria-label={`${words.secret}: ${url}`}
          busy={busy === `rotate-${id}`}
          onClick={() => onRotate(webhook)}
        >
          {words.secret}
        </Button>
        <Button
          variant="danger"
          aria-label={`${words.remove}: ${url}`}
          busy={busy === `remove-${id}`}
          onClick={() => onRemove(webhook)}
        >
          {words.remove}
        </Button>
      </div>
      <Deliveries webhook={webhook} />
    </>
  );
}

function Facts({ webhook }: { webhook: Webhook }) {
  const { language } = useConsole();
  const words = useWebhookTexts();
  const { url, scope, owner, events, off, failingSince, earlierSecretUntil } = webhook;
  const at = (instant: string) => formatInstant(instant, language);
  const state = off
    ? words.off[off.because](at(off.at))
    : failingSince
      ? words.failing(at(failingSince))
      : words.on;
  return (
    <div class="stack-s">
      <h2 class="webhook-url">{url}</h2>
      <p>{state}</p>
      <p class="small soft">
        {scope === 'company' ? words.scopeCompany : words.scopeOwn(owner)} ·{' '}
        {events ? events.join(', ') : words.everything}
      </p>
      {earlierSecretUntil && <p class="small soft">{words.both(at(earlierSecretUntil))}</p>}
    </div>
  );
}
