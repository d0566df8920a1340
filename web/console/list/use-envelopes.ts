import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useConsole } from '../context.ts';
import { isSignedOut, sentenceOf } from '../failure.ts';
import type { Tab } from '../route.ts';
import type { ListGroup, SenderApi } from '../sender-api.ts';
import { growingIntervals, usePolling } from '../use-polling.ts';
import { noteOwners } from './owners.ts';
import { continued, loadAtLeast, MAX_AT_ONCE, merged, type Run, sorted, unique } from './runs.ts';

/** Group of a tab; `undefined`: no filter. What waits for the user is among what waits. */
const GROUPS: Record<Tab, ListGroup | undefined> = {
  all: undefined,
  mine: 'waiting',
  waiting: 'waiting',
  draft: 'draft',
  done: 'done',
  stopped: 'stopped',
};

const PAGE = 25;
const pace = growingIntervals(10_000, 60_000);

interface Asked {
  readonly tab: Tab;
  readonly owner: string | undefined;
  /** Empty: no search. */
  readonly search: string;
}

/**
 * A tab's envelopes (all, of one owner, or matching a search), last changed first; polled while the page is
 * visible. A new query aborts the previous request.
 */
export function useEnvelopes({ tab, owner, search }: Asked) {
  const { api, texts, onSignedOut } = useConsole();
  const [loaded, setLoaded] = useState<{ list: string; runs: readonly Run[] }>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const list = `${tab} ${owner} ${search}`;
  const runs = loaded?.list === list ? loaded.runs : undefined;
  const shown = useRef(list);
  shown.current = list;
  const attempt = useCallback(
    async (load: () => Promise<(before: readonly Run[] | undefined) => readonly Run[]>) => {
      const wanted = shown.current;
      try {
        const next = await load();
        if (shown.current !== wanted) return;
        setLoaded((before) => ({
          list: wanted,
          runs: next(before?.list === wanted ? before.runs : undefined),
        }));
        setError(undefined);
      } catch (failure) {
        if (shown.current === wanted) setError(sentenceOf(failure, texts));
        if (isSignedOut(failure)) onSignedOut();
      }
    },
    [texts, onSignedOut],
  );
  // Keyed by `attempt`, so that an aborted request is not repeated.
  const pages = useMemo(
    () => pagesOf(api, { tab, owner, search }),
    [api, tab, owner, search, attempt],
  );
  const load = async (least: number) => [
    { group: GROUPS[tab], ...(await loadAtLeast(least, pages.page)) },
  ];
  useEffect(() => {
    setError(undefined);
    setBusy(false);
    void attempt(async () => {
      const first = await load(PAGE);
      return () => first;
    });
    return pages.giveUp;
  }, [pages, attempt]);
  async function look() {
    if (busy) return;
    await attempt(async () => {
      const fresh = await load(Math.max(PAGE, runs?.[0]?.items.length ?? 0));
      return (before) => (before ? merged(before, fresh) : fresh);
    });
  }
  usePolling({ look, pace, seen: runs });

  async function more(size = PAGE) {
    const cursor = runs?.[0]?.cursor;
    if (!cursor || busy) return;
    setBusy(true);
    await attempt(async () => {
      const part = await loadAtLeast(size, pages.page, cursor);
      return (before) => (before ?? []).map((run) => continued(run, cursor, part));
    });
    if (shown.current === list) setBusy(false);
  }
  const items = useMemo(
    () => runs && (search ? unique(runs.flatMap((run) => run.items)) : sorted(runs)),
    [runs],
  );
  return {
    items,
    hasMore: runs?.some(({ cursor }) => cursor) ?? false,
    error,
    busy,
    more: () => more(),
    moreAtOnce: () => more(MAX_AT_ONCE),
  };
}

/** Loads the pages of one list, until aborted. */
function pagesOf(api: SenderApi, { tab, owner, search }: Asked) {
  const wanted = new AbortController();
  const group = GROUPS[tab];
  async function page(cursor: string | undefined, limit: number) {
    const query = {
      limit,
      ...(tab === 'mine' ? { waitsFor: 'owner' as const } : group && { group }),
      ...(owner !== undefined && { owner }),
      ...(search && { search }),
      ...(cursor && { cursor }),
    };
    const answer = await api.list(query, wanted.signal);
    noteOwners(answer.items);
    return { items: answer.items, cursor: answer.cursor };
  }
  return { page, giveUp: () => wanted.abort() };
}
