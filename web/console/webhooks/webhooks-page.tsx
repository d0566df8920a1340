import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import type { Webhook } from '../sender-api.ts';
import { WorkFailure } from '../work-failure.tsx';
import { type Asked, AskFirst } from './ask-first.tsx';
import { NewWebhookForm } from './new-webhook-form.tsx';
import { SecretShown } from './secret-shown.tsx';
import { useWebhookTexts } from './texts/texts-of.ts';
import { useWebhooks, type Webhooks } from './use-webhooks.ts';
import { WebhookCard } from './webhook-card.tsx';
import './webhooks.css';

/** Where events are posted to: the employee's own addresses, an administrator's everybody's. */
export function WebhooksPage() {
  const { texts } = useConsole();
  const words = useWebhookTexts();
  const webhooks = useWebhooks();
  const [asked, setAsked] = useState<Asked>();
  return (
    <>
      <AskFirst asked={asked} onClose={() => setAsked(undefined)} />
      <div class="measure stack-l">
        <div class="stack-s">
          <StepHeading>{texts.titles.webhooks}</StepHeading>
          <p class="soft">{words.lead}</p>
        </div>
        <Done text={webhooks.done} />
        <WorkFailure error={webhooks.error} />
        {webhooks.shown && <SecretShown shown={webhooks.shown} onDone={webhooks.hideSecret} />}
        <Listed webhooks={webhooks} onAsk={setAsked} />
        <NewWebhookForm key={webhooks.items?.length} webhooks={webhooks} />
      </div>
    </>
  );
}

/** Takes the focus: the card that was acted on may be gone. */
function Done({ text }: { text: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (text) takeFocus(place.current);
  }, [text]);
  return (
    <div ref={place} tabIndex={-1} role="status" class="work-failure">
      {text && <Notice tone="good">{text}</Notice>}
    </div>
  );
}

interface ListedProperties {
  readonly webhooks: Webhooks;
  readonly onAsk: (asked: Asked) => void;
}

function Listed({ webhooks, onAsk }: ListedProperties) {
  const { texts } = useConsole();
  const words = useWebhookTexts();
  const { items, error, load } = webhooks;
  if (!items)
    return error ? (
      <p>
        <Button variant="secondary" onClick={load}>
          {texts.tryAgain}
        </Button>
      </p>
    ) : (
      <p class="soft">{texts.loading}</p>
    );
  if (items.length === 0) return <p class="empty">{words.empty}</p>;
  const ask = (what: Asked['what']) => (webhook: Webhook) =>
    onAsk({ what, webhook, act: () => void webhooks[what](webhook) });
  return (
    <ul class="webhooks">
      {items.map((webhook) => (
        <li key={webhook.id} class="card stack">
          <WebhookCard
            webhook={webhook}
            webhooks={webhooks}
            onRotate={ask('rotate')}
            onRemove={ask('remove')}
          />
        </li>
      ))}
    </ul>
  );
}
