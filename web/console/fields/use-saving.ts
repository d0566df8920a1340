import { useEffect, useRef } from 'preact/hooks';
import { useConsole } from '../context.ts';
import { useDraft } from '../draft/context.ts';
import { kept } from '../kept.ts';
import type { Envelope } from '../sender-api.ts';
import type { Layout } from './history.ts';
import { tidied } from './layout-problems.ts';

/** Each save is an entry of the ledger, so the draft is saved when one pauses, not at every move. */
const PAUSE_MS = 8_000;

const textOf = ({ fields, values }: Pick<Envelope, 'fields' | 'values'> | Layout): string =>
  JSON.stringify([fields, values]);

const nameOf = ({ id }: Envelope) => `${id}.fields`;

/** Where an ended sign-in or a reload came before the save; else as the draft has it. */
export const unsavedLayout = (envelope: Envelope) => (): Layout => {
  const { fields, values } = envelope;
  return kept.read<Layout>(nameOf(envelope), textOf(envelope)) ?? { fields, values };
};

/** Saves what has changed; the company's own values after the fields, which take them along. */
export function useSaving(layout: Layout): (layout: Layout) => Promise<void> {
  const { api, texts } = useConsole();
  const { envelope, onEnvelope } = useDraft();
  const saved = useRef(textOf(envelope));
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const saveNow = async (wanted: Layout) => {
    const text = textOf(wanted);
    if (text === saved.current) return;
    let written = await api.place(envelope.id, wanted.fields);
    if (Object.keys(wanted.values).length > 0) {
      onEnvelope(written);
      written = await api.fill(envelope.id, wanted.values);
    }
    saved.current = text;
    onEnvelope(written);
  };
  const save = (wanted: Layout): Promise<void> => {
    const next = queue.current.then(() => saveNow(wanted));
    queue.current = next.catch(() => {});
    return next;
  };
  useEffect(() => {
    if (textOf(tidied(layout, texts)) === saved.current) kept.forget(nameOf(envelope));
    else kept.write(nameOf(envelope), textOf(envelope), layout);
  }, [layout, envelope, texts]);
  useEffect(() => {
    const timer = setTimeout(() => {
      // What could not be saved now is saved, or its refusal told, when the step is left.
      save(tidied(layout, texts)).catch(() => {});
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [layout]);
  return save;
}
