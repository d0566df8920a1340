import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { isOnPage } from '../../../shared/domain/fields/field-layout.ts';
import { MAX_LAST_BYTES, Problem } from '../../ui/api.ts';
import { useConsole } from '../context.ts';
import { historyOf, isSame, type Layout, stepped } from '../fields/history.ts';
import type { Envelope, EnvelopeFacts, Saved, SaveInput } from '../sender-api.ts';
import { type StoredInput, useInputStore } from '../stored-input.ts';
import { DraftSaver } from './draft-saver.ts';

/** Debounce (ms): the moves of one drag or the letters of one word are saved together. */
const PAUSE_MS = 300;
/** Retry delay after a failed save, ms. */
const AGAIN_MS = 5_000;

/** `kept`: saved in this browser only. `changed`: changed in another tab or by another person. */
export type SaveState = 'saved' | 'saving' | 'kept' | 'changed';

const layoutOf = ({ fields, outside = [], values }: Envelope): Layout => ({
  fields: [...fields, ...outside],
  values,
});

const bytesOf = (input: SaveInput): number => new Blob([JSON.stringify(input)]).size;

/** Fields and values of a draft across its steps: undo history and saving. */
export function useDraftWork(envelope: Envelope, onEnvelope: (envelope: Envelope) => void) {
  const { api, renew } = useConsole();
  const keeper = useInputStore();
  const name = `${envelope.id}.fields`;
  const [begun] = useState(() => begin(envelope, keeper.read<Layout>(name)));
  const [found, setFound] = useState(begun.found);
  const [history, dispatch] = useReducer(stepped, begun.layout, historyOf);
  const [standing, setStanding] = useState<SaveState>('saved');
  const [saver] = useState(() => {
    const write = (input: SaveInput, isLast: boolean): Promise<Saved> =>
      api.save(envelope.id, input, isLast && bytesOf(input) <= MAX_LAST_BYTES);
    return new DraftSaver(write, envelope.draft?.version ?? '', layoutOf(envelope));
  });
  const layout = history.now;
  const latest = useRef({ layout, envelope, standing });
  latest.current = { layout, envelope, standing };

  function heard(answer: Saved | undefined, wanted: Layout) {
    if (answer) onEnvelope(withLayout(latest.current.envelope, wanted, answer));
    if (!saver.isSaved(latest.current.layout)) return;
    keeper.forget(name);
    setStanding('saved');
  }
  function failed(error: unknown): never {
    setStanding(isChanged(error) ? 'changed' : 'kept');
    throw error;
  }
  async function save(wanted: Layout, place = false) {
    await saver.save(wanted, place).then((answer) => heard(answer, wanted), failed);
  }
  function saveQuietly() {
    if (latest.current.standing !== 'changed') save(latest.current.layout).catch(() => {});
  }

  useEffect(() => {
    if (saver.isSaved(layout)) return heard(undefined, layout);
    keeper.write(name, saver.version, layout);
    // Renews the token early, because a page that is closing could not renew it before its last save.
    renew().catch(() => {});
    if (standing !== 'changed') setStanding('saving');
    const timer = setTimeout(saveQuietly, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [layout]);
  useEffect(() => {
    if (standing !== 'kept') return;
    const timer = setTimeout(saveQuietly, AGAIN_MS);
    window.addEventListener('online', saveQuietly);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', saveQuietly);
    };
  }, [standing, layout]);
  useLeaving(() => {
    const { layout, standing } = latest.current;
    if (saver.isSaved(layout)) return;
    keeper.write(name, saver.version, layout);
    if (standing !== 'changed') saver.leave(layout);
  });
  /**
   * Adopts versions that this page created by changing parties or document; layout changes made elsewhere are
   * still detected.
   */
  function follow({ draft }: Envelope) {
    if (draft && savedIn(draft.version) === savedIn(saver.version)) saver.follow(draft.version);
  }
  useEffect(() => follow(envelope), [envelope.draft?.version]);

  const replaceWith = (next: Layout) => dispatch({ type: 'change', layout: next });
  return {
    history,
    dispatch,
    standing,
    found,
    save,
    /** Saves the draft unless it was changed elsewhere since this page loaded it. */
    edit: async (facts: EnvelopeFacts) => {
      const version = saver.version;
      const edited = await api.edit(envelope.id, { ...facts, version }).catch(failed);
      follow(edited);
      onEnvelope(edited);
    },
    /** Overwrites the version saved elsewhere with this one. */
    takeOver: async () => {
      const shown = await api.show(envelope.id);
      saver.overwrite(shown.draft?.version ?? '');
      onEnvelope(shown);
      await save(latest.current.layout);
    },
    /** Replaces this page's state with the version saved elsewhere; can be undone. */
    loadOther: async () => {
      const shown = await api.show(envelope.id);
      saver.follow(shown.draft?.version ?? '', layoutOf(shown));
      onEnvelope(shown);
      setStanding('saved');
      replaceWith(layoutOf(shown));
    },
    restoreFound: () => {
      if (found) replaceWith(found.value);
      setFound(undefined);
    },
    discardFound: () => {
      keeper.forget(name);
      setFound(undefined);
    },
  };
}

export type DraftWork = ReturnType<typeof useDraftWork>;

/** Restores unsaved work of a closed tab, unless the draft was saved elsewhere since: then the user chooses. */
function begin(envelope: Envelope, kept: StoredInput<Layout> | undefined) {
  const layout = layoutOf(envelope);
  if (!kept || isSame(kept.value, layout)) return { layout };
  return kept.base === envelope.draft?.version ? { layout: kept.value } : { layout, found: kept };
}

const isChanged = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'draft_changed';

/** The part of a version that covers fields and values; the rest covers parties and document. */
const savedIn = (version: string): string => version.slice(version.indexOf('.') + 1);

function withLayout(envelope: Envelope, { fields, values }: Layout, draft: Saved): Envelope {
  const pages = envelope.document?.pages;
  const fits = (field: Layout['fields'][number]) => !pages || isOnPage(field, pages);
  return {
    ...envelope,
    fields: fields.filter(fits),
    outside: fields.filter((field) => !fits(field)),
    values,
    draft,
  };
}

/** A closing tab fires visibilitychange, then pagehide; leaving a step only unmounts. */
function useLeaving(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const now = () => latest.current();
    function hidden() {
      if (document.visibilityState === 'hidden') now();
    }
    window.addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      now();
      window.removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, []);
}
