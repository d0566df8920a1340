import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { formatInstant, formatSecond } from '../../ui/language.ts';
import { useConsole } from '../context.ts';
import type { Webhook, WebhookDelivery } from '../sender-api.ts';
import { useWork } from '../use-work.ts';
import { WorkFailure } from '../work-failure.tsx';
import { useWebhookTexts } from './texts/texts-of.ts';

/** What was posted there, loaded when it is opened. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { texts } = useConsole();
  const words = useWebhookTexts();
  const { items, more, busy, error, said, load, again } = useDeliveries(webhook);
  return (
    <details onToggle={(event) => event.currentTarget.open && !items && void load()}>
      <summary>{words.attempts}</summary>
      <div class="stack webhook-deliveries">
        <WorkFailure error={error} />
        <p role="status">{said ?? (items ? '' : texts.loading)}</p>
        {items?.length === 0 && <p class="soft">{words.none}</p>}
        <ul>
          {items?.map((delivery) => (
            <li key={delivery.id}>
              <Posted delivery={delivery} />
              <Button
                variant="quiet"
                aria-label={`${words.again}: ${delivery.type}, ${delivery.webhookId}`}
                busy={busy === delivery.id}
                onClick={() => again(delivery)}
              >
                {words.again}
              </Button>
            </li>
          ))}
        </ul>
        <div class="row tight">
          <Button variant="secondary" busy={busy === 'load'} onClick={() => load()}>
            {words.refresh}
          </Button>
          {more && (
            <Button variant="secondary" busy={busy === 'more'} onClick={more}>
              {words.more}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

function useDeliveries({ id }: Webhook) {
  const { api } = useConsole();
  const words = useWebhookTexts();
  const [items, setItems] = useState<readonly WebhookDelivery[]>();
  const [cursor, setCursor] = useState<string>();
  const [said, setSaid] = useState<string>();
  const { busy, error, run } = useWork();
  async function read(from?: string): Promise<void> {
    const page = await api.webhookDeliveries(id, from);
    setItems((before) => [...(from ? (before ?? []) : []), ...page.items]);
    setCursor(page.cursor);
  }
  return {
    ...{ items, busy, error, said },
    load: () => run('load', () => read()),
    again: (delivery: WebhookDelivery) =>
      run(delivery.id, async () => {
        await api.resendWebhook(id, delivery.id);
        setSaid(words.resent);
      }),
    ...(cursor && { more: () => run('more', () => read(cursor)) }),
  };
}

function Posted({ delivery }: { delivery: WebhookDelivery }) {
  const { language } = useConsole();
  const words = useWebhookTexts();
  const { type, at, isDelivered, attempts } = delivery;
  return (
    <div class="stack-s">
      <span>
        <code>{type}</code> · {formatInstant(at, language)} ·{' '}
        {isDelivered ? words.delivered : words.waiting}
      </span>
      <ol class="small soft">
        {attempts.map((attempt) => (
          <li key={attempt.at}>
            {formatSecond(attempt.at, language)}:{' '}
            {attempt.failure ? words.failures[attempt.failure] : attempt.status}
            {attempt.byHand && ` (${words.byHand})`}
          </li>
        ))}
      </ol>
    </div>
  );
}
