import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useFocusNext } from '../../ui/use-focus-next.ts';
import { useConsole } from '../context.ts';
import { ownerOf } from '../hand-over/hand-over-run.ts';
import type { EnvelopeSummary } from '../sender-api.ts';
import { EnvelopeRow, rowId } from './envelope-row.tsx';
import { nameOf } from './owners.ts';

/** Rows rendered at once, so that the cost of a keystroke does not grow with the list. */
const ROWS = 50;

interface Properties {
  /** The search text; a change starts again with the first rows. */
  readonly asked: string;
  readonly found: readonly EnvelopeSummary[];
  /** Whether more rows can be loaded. */
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly onMore: () => Promise<void>;
  /** Undefined while selection is off. */
  readonly chosen: readonly EnvelopeSummary[] | undefined;
  readonly onChoose: (envelope: string) => void;
}

/** Renders the first rows, and more on request; then the first new row gets the focus. */
export function Rows({ asked, found, hasMore, busy, onMore, chosen, onChoose }: Properties) {
  const { texts, settings } = useConsole();
  const [opened, setOpened] = useState({ asked, most: ROWS });
  const [wanted, setWanted] = useState<number>();
  const focusNext = useFocusNext();
  const shown = found.slice(0, opened.asked === asked ? opened.most : ROWS);
  function more() {
    setOpened({ asked, most: shown.length + ROWS });
    setWanted(shown.length);
    if (found.length <= shown.length) void onMore();
  }
  const first = wanted === undefined ? undefined : shown[wanted];
  useEffect(() => {
    if (!first) return;
    setWanted(undefined);
    focusNext(rowId(first.id));
  }, [first]);
  const ids = chosen && new Set(chosen.map(({ id }) => id));
  function ownerNamed(envelope: EnvelopeSummary) {
    const owner = settings.me.isAdministrator ? ownerOf(envelope) : undefined;
    return owner && nameOf(owner);
  }
  return (
    <>
      {shown.length > 0 && (
        <ul class="envelopes">
          {shown.map((envelope) => (
            <EnvelopeRow
              key={envelope.id}
              envelope={envelope}
              owner={ownerNamed(envelope)}
              chosen={ids?.has(envelope.id)}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
      {(hasMore || found.length > shown.length) && (
        <Button variant="secondary" busy={busy} onClick={more}>
          {texts.list.more}
        </Button>
      )}
    </>
  );
}
