import { useEffect, useRef } from 'preact/hooks';
import { useConsole } from '../context.ts';
import { useDraft } from '../draft/context.ts';
import type { Envelope } from '../sender-api.ts';
import type { Layout } from './history.ts';
import { tidied } from './layout-problems.ts';

/** Each save is an entry of the ledger, so the draft is saved when one pauses, not at every move. */
const PAUSE_MS = 8_000;

const textOf = ({ fields, values }: Pick<Envelope, 'fields' | 'values'> | Layout): string =>
  JSON.stringify([fields, values]);

/** Saves what has changed; the company's own values after the fields, which take them along. */
export function useSaving(layout: Layout): (layout: Layout) => Promise<void> {
  const { api, texts } = useConsole();
  const { envelope, onEnvelope } = useDraft();
  const saved = useRef(textOf(envelope));
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const saveNow = async (wanted: Layout) => {
    const text = textOf(wanted);
    if (text === saved.current) return;
    const placed = await api.place(envelope.id, wanted.fields);
    const filled = Object.keys(wanted.values).length > 0;
    onEnvelope(filled ? await api.fill(envelope.id, wanted.values) : placed);
    saved.current = text;
  };
  const save = (wanted: Layout): Promise<void> => {
    const next = queue.current.then(() => saveNow(wanted));
    queue.current = next.catch(() => {});
    return next;
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      // What could not be saved now is saved, or its refusal told, when the step is left.
      save(tidied(layout, texts)).catch(() => {});
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [layout]);
  return save;
}
