import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useFocusNext } from '../../ui/use-focus-next.ts';
import { useConsole } from '../context.ts';
import { isDiscarded, takeNews } from '../discarded.ts';
import { linkTo, type Tab } from '../route.ts';
import type { EnvelopeSummary } from '../sender-api.ts';
import { EnvelopeRow, rowId } from './envelope-row.tsx';
import { Search, Tabs } from './list-tools.tsx';
import { matching } from './matches.ts';
import { useEnvelopes } from './use-envelopes.ts';

/** As many rows as are drawn at once: the work of a keystroke does not grow with the list. */
const ROWS = 50;

export function ListPage({ tab }: { tab: Tab }) {
  const { texts } = useConsole();
  const [search, setSearch] = useState('');
  const { items, hasMore, error, busy, more, searchOn } = useEnvelopes(tab);
  const [discarded] = useState(takeNews);
  const found = items && matching(items, search).filter((item) => !isDiscarded(item));
  // The rest is fetched while one types.
  useEffect(() => {
    if (search && hasMore && !busy && !error) void searchOn();
  });
  return (
    <div class="stack-l">
      <div class="row spread">
        <StepHeading>{texts.list.title}</StepHeading>
        <a class="button" href={linkTo.new()}>
          {texts.list.new}
        </a>
      </div>
      <div role="status">
        {discarded !== undefined && <Notice tone="good">{texts.discard.done(discarded)}</Notice>}
      </div>
      <div class="row spread list-tools">
        <Tabs tab={tab} />
        <Search value={search} onValue={setSearch} />
      </div>
      {error && (
        <Notice tone="bad" announce>
          {error}
        </Notice>
      )}
      <p class="hidden-visually" role="status">
        {found ? texts.list.found(found.length) : texts.loading}
      </p>
      {!found && !error && <p class="soft">{texts.loading}</p>}
      {found?.length === 0 && !busy && <Nothing searched={search !== ''} tab={tab} />}
      {found && (found.length > 0 || hasMore) && (
        <Rows
          asked={`${tab} ${search}`}
          found={found}
          hasMore={hasMore}
          busy={busy}
          onMore={more}
        />
      )}
    </div>
  );
}

interface RowsProperties {
  /** What is looked for: another begins with the first rows again. */
  asked: string;
  found: readonly EnvelopeSummary[];
  /** More are to be had. */
  hasMore: boolean;
  busy: boolean;
  onMore: () => Promise<void>;
}

/** The first of them, and the others when asked for: then the first of those has the focus. */
function Rows({ asked, found, hasMore, busy, onMore }: RowsProperties) {
  const { texts } = useConsole();
  const [opened, setOpened] = useState({ asked, most: ROWS });
  const [wanted, setWanted] = useState<number>();
  const focusNext = useFocusNext();
  const shown = found.slice(0, opened.asked === asked ? opened.most : ROWS);
  const more = () => {
    setOpened({ asked, most: shown.length + ROWS });
    setWanted(shown.length);
    if (found.length <= shown.length) void onMore();
  };
  const first = wanted === undefined ? undefined : shown[wanted];
  useEffect(() => {
    if (!first) return;
    setWanted(undefined);
    focusNext(rowId(first.id));
  }, [first]);
  return (
    <>
      {shown.length > 0 && (
        <ul class="envelopes">
          {shown.map((envelope) => (
            <EnvelopeRow key={envelope.id} envelope={envelope} />
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

function Nothing({ searched, tab }: { searched: boolean; tab: Tab }) {
  const { texts } = useConsole();
  if (searched) return <p class="empty">{texts.list.notFound}</p>;
  return (
    <div class="empty stack">
      <p>{tab === 'all' ? texts.list.empty : texts.list.emptyTab}</p>
      {tab === 'all' && (
        <p>
          <a class="button" href={linkTo.new()}>
            {texts.list.first}
          </a>
        </p>
      )}
    </div>
  );
}
