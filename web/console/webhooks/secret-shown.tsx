import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import type { ShownSecret } from '../sender-api.ts';
import { useWebhookTexts } from './texts/texts-of.ts';

/** Until the employee says that it is copied, or leaves the page. */
export function SecretShown({ shown, onDone }: { shown: ShownSecret; onDone: () => void }) {
  const words = useWebhookTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => void takeFocus(heading.current), [shown]);
  return (
    <section class="card stack" aria-labelledby="webhook-secret">
      <h2 id="webhook-secret" ref={heading} tabIndex={-1}>
        {words.secretTitle}
      </h2>
      <p class="soft webhook-url">{shown.webhook.url}</p>
      <code class="webhook-secret mono">{shown.secret}</code>
      <p>{words.secretLead}</p>
      {shown.webhook.earlierSecretUntil && <p class="soft">{words.secretBoth}</p>}
      <p>
        <Button onClick={onDone}>{words.secretDone}</Button>
      </p>
    </section>
  );
}
