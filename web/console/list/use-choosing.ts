import { useCallback, useEffect, useState } from 'preact/hooks';
import type { EnvelopeSummary } from '../sender-api.ts';

interface Listed {
  /** Key of the list; a different list resets the selection. */
  readonly list: string;
  readonly items: readonly EnvelopeSummary[] | undefined;
  /** Items that match the search. */
  readonly found: readonly EnvelopeSummary[] | undefined;
  readonly hasMore: boolean;
  readonly hasFailed: boolean;
}

/** The selected envelopes of a list; `allOf` also selects those on further pages, as they load. */
export function useChoosing({ list, items = [], found = [], hasMore, hasFailed }: Listed) {
  const [isOn, setOn] = useState(false);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [wantsAll, setWantsAll] = useState(false);
  const toggle = useCallback(
    (id: string) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  function none() {
    setIds(new Set());
    setWantsAll(false);
  }
  useEffect(none, [list]);
  useEffect(() => {
    if (wantsAll && hasFailed) setWantsAll(false);
    if (!wantsAll || hasMore || hasFailed) return;
    setIds(new Set([...ids, ...found.map(({ id }) => id)]));
    setWantsAll(false);
  }, [wantsAll, hasMore, hasFailed, found]);
  return {
    isOn,
    wantsAll,
    chosen: items.filter(({ id }) => ids.has(id)),
    begin: () => setOn(true),
    leave: () => {
      setOn(false);
      none();
    },
    all: () => setWantsAll(true),
    none,
    toggle,
  };
}
