import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { isOnPage } from '../../../shared/domain/fields/field-layout.ts';
import { MOST_LAST_BYTES, Problem } from '../../ui/api.ts';
import { useConsole } from '../context.ts';
import { historyOf, isSame, type Layout, stepped } from '../fields/history.ts';
import { type Kept, useKeeper } from '../kept.ts';
import type { Envelope, EnvelopeFacts, Saved, SaveInput } from '../sender-api.ts';
import { DraftSaver } from './draft-saver.ts';

/** Long enough for the moves of one drag or the letters of one word to go together. */
const PAUSE_MS = 300;
/** After a failure: the network may be back by then. */
const AGAIN_MS = 5_000;

/** `kept`: in this browser alone. `changed`: in another tab or by somebody else. */
export type Standing = 'saved' | 'saving' | 'kept' | 'changed';

const layoutOf = ({ fields, outside = [], values }: Envelope): Layout => ({
  fields: [...fields, ...outside],
  values,
});

const bytesOf = (input: SaveInput): number => new Blob([JSON.stringify(input)]).size;

/** The fields and values of a draft while any of its steps is open: their history, and how they are saved. */
export function useDraftWork(envelope: Envelope, onEnvelope: (envelope: Envelope) => void) {
  const { api, renew } = useConsole();
  const keeper = useKeeper();
  const name = `${envelope.id}.fields`;
  const [begun] = useState(() => begin(envelope, keeper.read<Layout>(name)));
  const [found, setFound] = useState(begun.found);
  const [history, dispatch] = useReducer(stepped, begun.layout, historyOf);
  const [standing, setStanding] = useState<Standing>('saved');
  const [saver] = useState(() => {
    const write = (input: SaveInput, isLast: boolean): Promise<Saved> =>
      api.save(envelope.id, input, isLast && bytesOf(input) <= MOST_LAST_BYTES);
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
    // Renews the token ahead: a page that is being closed has no time to, and could not save.
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
  /** Parties or the document were changed from here; fields that were saved elsewhere are not passed over. */
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
    /** Replaces what the draft says, unless it was changed elsewhere since this page has read it. */
    edit: async (facts: EnvelopeFacts) => {
      const version = saver.version;
      const edited = await api.edit(envelope.id, { ...facts, version }).catch(failed);
      follow(edited);
      onEnvelope(edited);
    },
    /** Puts what is here in the place of what was saved elsewhere. */
    takeOver: async () => {
      const shown = await api.show(envelope.id);
      saver.overwrite(shown.draft?.version ?? '');
      onEnvelope(shown);
      await save(latest.current.layout);
    },
    /** Puts what was saved elsewhere in the place of what is here; it can be taken back. */
    loadOther: async () => {
      const shown = await api.show(envelope.id);
      saver.follow(shown.draft?.version ?? '', layoutOf(shown));
      onEnvelope(shown);
      setStanding('saved');
      replaceWith(layoutOf(shown));
    },
    takeUpFound: () => {
      if (found) replaceWith(found.value);
      setFound(undefined);
    },
    dropFound: () => {
      keeper.forget(name);
      setFound(undefined);
    },
  };
}

export type DraftWork = ReturnType<typeof useDraftWork>;

/** What a closed tab left here goes on, unless the draft was saved elsewhere since: then it is offered. */
function begin(envelope: Envelope, kept: Kept<Layout> | undefined) {
  const layout = layoutOf(envelope);
  if (!kept || isSame(kept.value, layout)) return { layout };
  return kept.base === envelope.draft?.version ? { layout: kept.value } : { layout, found: kept };
}

const isChanged = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'draft_changed';

/** The part of a version that says what was saved; the rest is of parties and document. */
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

/** A closing tab is first hidden, then left; a step of the console may also just be gone from. */
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
