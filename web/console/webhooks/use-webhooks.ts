import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../context.ts';
import type { NewWebhook, ShownSecret, Webhook } from '../sender-api.ts';
import { useWork } from '../use-work.ts';
import { useWebhookTexts } from './texts/texts-of.ts';

/** The webhooks that the employee sees, and what is done to them. A secret is kept only while it is shown. */
export function useWebhooks() {
  const { api } = useConsole();
  const words = useWebhookTexts();
  const [items, setItems] = useState<readonly Webhook[]>();
  const [shown, setShown] = useState<ShownSecret>();
  const [done, setDone] = useState<string>();
  const { busy, error, run } = useWork();
  const load = () => run('load', async () => setItems((await api.webhooks()).items));
  useEffect(() => void load(), []);

  const act = (name: string, said: string | undefined, what: () => Promise<unknown>) =>
    run(name, async () => {
      setDone(undefined);
      await what();
      setItems((await api.webhooks()).items);
      setDone(said);
    });
  return {
    ...{ items, shown, done, busy, error, load },
    hideSecret: () => setShown(undefined),
    add: (facts: NewWebhook) =>
      act('add', undefined, async () => setShown(await api.newWebhook(facts))),
    rotate: ({ id }: Webhook) =>
      act(`rotate-${id}`, undefined, async () => setShown(await api.newWebhookSecret(id))),
    switchTo: (webhook: Webhook, isOn: boolean) =>
      act(`switch-${webhook.id}`, words.changed, () => api.changeWebhook(webhook, isOn)),
    test: ({ id }: Webhook) => act(`test-${id}`, words.tested, () => api.pingWebhook(id)),
    remove: ({ id }: Webhook) => act(`remove-${id}`, words.removed, () => api.deleteWebhook(id)),
  };
}

export type Webhooks = ReturnType<typeof useWebhooks>;
