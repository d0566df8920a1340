import { useCallback, useEffect, useState } from 'preact/hooks';
import type { EnvelopeSummary } from '../sender-api.ts';

interface Listed {
  /** Of which list: another has others to choose from. */
  readonly list: string;
  readonly items: readonly EnvelopeSummary[] | undefined;
  /** Those that the search leaves. */
  readonly found: readonly EnvelopeSummary[] | undefined;
  readonly hasMore: boolean;
  readonly hasFailed: boolean;
}

/** Which envelopes of a list are chosen; `allOf` chooses those on further pages too, once they are here. */
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
