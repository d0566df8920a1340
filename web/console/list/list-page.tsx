import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import { isDiscarded, takeNews } from '../discarded.ts';
import { linkTo, TABS, type Tab } from '../route.ts';
import { EnvelopeRow } from './envelope-row.tsx';
import { matches } from './matches.ts';
import { useEnvelopes } from './use-envelopes.ts';

export function ListPage({ tab }: { tab: Tab }) {
  const { texts } = useConsole();
  const [search, setSearch] = useState('');
  const { items, hasMore, error, busy, more } = useEnvelopes(tab);
  const [discarded] = useState(takeNews);
  const found = items?.filter((item) => !isDiscarded(item) && matches(item, search));
  // A search looks at everything, so the rest is fetched while one types.
  useEffect(() => {
    if (search && hasMore && !busy && !error) void more();
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
      {found && found.length > 0 && (
        <ul class="envelopes">
          {found.map((envelope) => (
            <EnvelopeRow key={envelope.id} envelope={envelope} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button variant="secondary" busy={busy} onClick={more}>
          {texts.list.more}
        </Button>
      )}
    </div>
  );
}

function Tabs({ tab }: { tab: Tab }) {
  const { texts } = useConsole();
  return (
    <nav class="tabs" aria-label={texts.list.filter}>
      {TABS.map((one) => (
        <a key={one} href={linkTo.list(one)} aria-current={one === tab ? 'page' : undefined}>
          {texts.list.tabs[one]}
        </a>
      ))}
    </nav>
  );
}

function Search({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const { texts } = useConsole();
  return (
    <label class="search">
      <span class="hidden-visually">{texts.list.search}</span>
      <input
        type="search"
        value={value}
        placeholder={texts.list.search}
        autocomplete="off"
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
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
