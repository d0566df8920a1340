import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Ceremony, CeremonyApi, Value, Values } from './ceremony-api.ts';
import { keepDraft } from './fields/keep-draft.ts';
import type { Mark } from './marks/mark.ts';
import { type MarkUploads, markUploads } from './marks/mark-uploads.ts';
import { isUnconfirmed } from './sentence.ts';

interface Draft {
  readonly values: Values;
  readonly signature: Mark | undefined;
  readonly stamp: Mark | undefined;
}

/**
 * Draft of the party's input, stored on the server as it changes, so that it can be continued later or on
 * another device.
 */
export function useDraft(ceremony: Ceremony, api: CeremonyApi, onUnconfirmed: () => void) {
  const [draft, setDraft] = useState<Draft>(() => ({
    values: ceremony.values,
    signature: undefined,
    stamp: undefined,
  }));
  const uploads = useMemo(() => markUploads(api, ceremony.handle), [api, ceremony.handle]);
  const { saved, changed } = useSaving(
    draft,
    (latest, marks) => save(api, ceremony.handle, uploads, latest, marks),
    ceremony.confirmedUntil,
    onUnconfirmed,
  );
  const setValue = useCallback(
    (field: string, value: Value) => {
      setDraft((before) => ({ ...before, values: { ...before.values, [field]: value } }));
      changed('values');
    },
    [changed],
  );
  const setMark = useCallback(
    (name: 'signature' | 'stamp', mark: Mark | undefined) => {
      setDraft((before) => (before[name] === mark ? before : { ...before, [name]: mark }));
      changed('marks');
    },
    [changed],
  );
  const setSignature = useCallback((mark?: Mark) => setMark('signature', mark), [setMark]);
  const setStamp = useCallback((mark?: Mark) => setMark('stamp', mark), [setMark]);
  const restoring = useRestored(ceremony, uploads, (kept) =>
    setDraft((before) => withKept(before, kept)),
  );
  return { ...draft, setValue, setSignature, setStamp, saved, restoring, uploads };
}

/** Marks made since the page was opened take precedence over stored ones. */
const withKept = (here: Draft, kept: Partial<Draft>): Draft => ({
  values: { ...kept.values, ...here.values },
  signature: here.signature ?? kept.signature,
  stamp: here.stamp ?? kept.stamp,
});

/** Resolves to true if everything was stored; an invalid value stays unsaved until corrected. */
async function save(
  api: CeremonyApi,
  handle: string,
  uploads: MarkUploads,
  { values, signature, stamp }: Draft,
  marks: boolean,
): Promise<boolean> {
  if (!marks) return (await keepDraft(api, handle, { values })).size === 0;
  const kept = {
    signature: signature && (await uploads.inputOf(signature, 'signature')),
    stamp: stamp && (await uploads.stampOf(stamp)),
  };
  return (await keepDraft(api, handle, { values, marks: kept })).size === 0;
}

const SAVE_AFTER_MS = 800;
/** Retry delay after a failed save, ms. */
const SAVE_AGAIN_MS = 5_000;

/**
 * Saves the latest changes, one save at a time, and at once when the page is hidden. After the confirmation
 * has expired it waits for the next one, known by `confirmedUntil`.
 */
function useSaving(
  draft: Draft,
  write: (draft: Draft, marks: boolean) => Promise<boolean>,
  confirmedUntil: string | undefined,
  onUnconfirmed: () => void,
) {
  const [saved, setSaved] = useState(false);
  const latest = useRef({ draft, write, onUnconfirmed });
  latest.current = { draft, write, onUnconfirmed };
  const state = useRef({ unsaved: false, marks: false, busy: false, waiting: false, timer: 0 });
  const run = useCallback(async () => {
    const now = state.current;
    clearTimeout(now.timer);
    if (!now.unsaved || now.busy) return;
    const { marks } = now;
    Object.assign(now, { unsaved: false, marks: false, busy: true, waiting: false });
    try {
      const whole = await latest.current.write(latest.current.draft, marks);
      if (!now.unsaved) setSaved(whole);
    } catch (cause) {
      Object.assign(now, { unsaved: true, marks: now.marks || marks });
      now.waiting = isUnconfirmed(cause);
      if (now.waiting) latest.current.onUnconfirmed();
    }
    now.busy = false;
    if (now.unsaved && !now.waiting) now.timer = window.setTimeout(run, SAVE_AGAIN_MS);
  }, []);
  useEffect(() => {
    if (confirmedUntil) void run();
  }, [confirmedUntil, run]);
  const changed = useCallback(
    (what: 'values' | 'marks') => {
      const now = state.current;
      Object.assign(now, { unsaved: true, marks: now.marks || what === 'marks' });
      setSaved(false);
      clearTimeout(now.timer);
      now.timer = window.setTimeout(run, SAVE_AFTER_MS);
    },
    [run],
  );
  useEffect(() => {
    document.addEventListener('visibilitychange', run);
    window.addEventListener('online', run);
    return () => {
      void run();
      document.removeEventListener('visibilitychange', run);
      window.removeEventListener('online', run);
    };
  }, [run]);
  return { saved, changed };
}

/** True until stored marks have been downloaded; they and the values arrive with the first response after the code. */
function useRestored(
  { marks, values }: Ceremony,
  uploads: MarkUploads,
  restored: (kept: Partial<Draft>) => void,
): boolean {
  const [done, setDone] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    if (!marks || begun.current) return;
    begun.current = true;
    restored({ values });
    void uploads.restored(marks).then((kept) => {
      restored(kept);
      setDone(true);
    });
  }, [marks]);
  return marks !== undefined && !done;
}
