import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useConsole } from '../context.ts';
import { isSignedOut, sentenceOf } from '../failure.ts';
import type { Tab } from '../route.ts';
import type { ListGroup, SenderApi } from '../sender-api.ts';
import { slowing, useLooks } from '../use-looks.ts';
import { noteOwners } from './owners.ts';
import { merged, type Run, sorted, unique } from './runs.ts';

/** What a tab asks for; `undefined` is everything. */
const GROUPS: Record<Tab, ListGroup | undefined> = {
  all: undefined,
  waiting: 'waiting',
  draft: 'draft',
  done: 'done',
  stopped: 'stopped',
};

const PAGE = 25;
/** A search looks at everything. */
const SEARCHED_PAGE = 100;
const pace = slowing(10_000, 60_000);

/** A tab's envelopes, all or those of one owner, last changed first, renewed while one looks at them. */
export function useEnvelopes(tab: Tab, owner: string | undefined) {
  const { api, texts, onSignedOut } = useConsole();
  const [runs, setRuns] = useState<readonly Run[]>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const list = `${tab} ${owner}`;
  const shown = useRef(list);
  shown.current = list;

  const attempt = useCallback(
    async (load: () => Promise<(before: readonly Run[] | undefined) => readonly Run[]>) => {
      const wanted = shown.current;
      try {
        const loaded = await load();
        if (shown.current !== wanted) return;
        setRuns(loaded);
        setError(undefined);
      } catch (failure) {
        if (shown.current === wanted) setError(sentenceOf(failure, texts));
        if (isSignedOut(failure)) onSignedOut();
      }
    },
    [texts, onSignedOut],
  );
  useEffect(() => {
    setRuns(undefined);
    setError(undefined);
    void attempt(async () => {
      const first = await firstOf(api, tab, owner);
      return () => first;
    });
  }, [api, tab, owner, attempt]);
  async function look() {
    if (busy) return;
    await attempt(async () => {
      const fresh = await firstOf(api, tab, owner);
      return (before) => (before ? merged(before, fresh) : fresh);
    });
  }
  useLooks({ look, pace, seen: runs });

  async function more(size = PAGE) {
    if (!runs || busy) return;
    setBusy(true);
    await attempt(async () => {
      const further = await Promise.all(runs.map((run) => next(api, run, owner, size)));
      return () => further;
    });
    setBusy(false);
  }
  const items = useMemo(() => runs && sorted(runs), [runs]);
  return {
    items,
    hasMore: runs?.some(({ cursor }) => cursor) ?? false,
    error,
    busy,
    more: () => more(),
    searchOn: () => more(SEARCHED_PAGE),
  };
}

async function firstOf(api: SenderApi, tab: Tab, owner: string | undefined): Promise<Run[]> {
  const group = GROUPS[tab];
  return [{ group, ...(await page(api, group, owner, undefined)) }];
}

async function page(
  api: SenderApi,
  group: ListGroup | undefined,
  owner: string | undefined,
  cursor: string | undefined,
  limit = PAGE,
) {
  const answer = await api.list({
    limit,
    ...(group && { group }),
    ...(owner !== undefined && { owner }),
    ...(cursor && { cursor }),
  });
  noteOwners(answer.items);
  return { items: answer.items, cursor: answer.cursor };
}

async function next(
  api: SenderApi,
  run: Run,
  owner: string | undefined,
  size: number,
): Promise<Run> {
  if (!run.cursor) return run;
  const { items, cursor } = await page(api, run.group, owner, run.cursor, size);
  return { ...run, items: unique([...run.items, ...items]), cursor };
}
