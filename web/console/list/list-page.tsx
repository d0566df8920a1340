import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import { consumeDeletedTitle, isDiscarded } from '../discarded.ts';
import { HandOverDialog } from '../hand-over/hand-over-dialog.tsx';
import { HandOverReport } from '../hand-over/hand-over-report.tsx';
import { ownerOf, startHandOver, useHandOverRun } from '../hand-over/hand-over-run.ts';
import type { NewOwner } from '../hand-over/new-owner.ts';
import { linkTo, type Tab } from '../route.ts';
import { useDebounced } from '../use-debounced.ts';
import { ChoosingBar } from './choosing.tsx';
import { Owners, Search, Tabs } from './list-tools.tsx';
import { knownOwners, type Owner } from './owners.ts';
import { Rows } from './rows.tsx';
import { useChoosing } from './use-choosing.ts';
import { useEnvelopes } from './use-envelopes.ts';

/** Debounce of the search field, ms. */
const TYPING_MS = 250;

interface Properties {
  readonly tab: Tab;
  readonly owner: string | undefined;
}

export function ListPage({ tab, owner: filter }: Properties) {
  const { api, texts, settings } = useConsole();
  const { isAdministrator, subject, email, name } = settings.me;
  const owner = tab === 'mine' ? subject : filter;
  const [search, setSearch] = useState('');
  const [looksForOwners, setLooksForOwners] = useState(false);
  const [isHanding, setHanding] = useState(false);
  const typed = search.trim();
  const asked = useDebounced(typed, TYPING_MS);
  const { items, hasMore, error, busy, more, moreAtOnce } = useEnvelopes({
    tab,
    owner,
    search: asked,
  });
  const [discarded] = useState(consumeDeletedTitle);
  const over = useHandOverRun(subject);
  const found =
    typed === asked
      ? items?.filter((item) => !isDiscarded(item) && isStillOf(owner, ownerOf(item)?.subject))
      : undefined;
  const list = `${tab} ${owner} ${asked}`;
  const waiting = typed ? texts.list.searching : texts.loading;
  const choosing = useChoosing({ list, items, found, hasMore, hasFailed: error !== undefined });
  // Selecting all, or filtering by owner, loads the remaining pages.
  useEffect(() => {
    const wanted = looksForOwners || choosing.wantsAll;
    if (wanted && hasMore && !busy && !error) void moreAtOnce();
  });
  function handOver(to: NewOwner | undefined) {
    startHandOver(api, choosing.chosen, to, { subject, email, name });
    setHanding(false);
    choosing.leave();
  }
  const mayHandOver = isAdministrator && !choosing.isOn && !over?.isBusy && found?.length !== 0;
  return (
    <>
      {/* Before the report: it is closed when the report takes the focus. */}
      <HandOverDialog
        open={isHanding}
        title={texts.handMany.title(choosing.chosen.length)}
        lead={texts.handMany.lead}
        known={knownOwners()
          .filter(isNamed)
          .filter((one) => one.subject !== subject)}
        onClose={() => setHanding(false)}
        onHandOver={handOver}
      />
      <div class="stack-l">
        <div class="row spread">
          <StepHeading>{texts.list.title}</StepHeading>
          <div class="row">
            {mayHandOver && (
              <Button variant="secondary" onClick={choosing.begin}>
                {texts.handMany.choose}
              </Button>
            )}
            <a class="button" href={linkTo.new()}>
              {texts.list.new}
            </a>
          </div>
        </div>
        <div role="status">
          {discarded !== undefined && <Notice tone="good">{texts.discard.done(discarded)}</Notice>}
        </div>
        {over && <HandOverReport over={over} />}
        <div class="row spread list-tools">
          <Tabs tab={tab} owner={filter} />
          {isAdministrator && tab !== 'mine' && (
            <Owners tab={tab} owner={owner} onLook={() => setLooksForOwners(true)} />
          )}
          <Search value={search} onValue={setSearch} />
        </div>
        {error && (
          <Notice tone="bad" announce>
            {error}
          </Notice>
        )}
        <p class="hidden-visually" role="status">
          {found ? texts.list.found(found.length) : waiting}
        </p>
        {!found && !error && <p class="soft">{waiting}</p>}
        {found?.length === 0 && !hasMore && !busy && (
          <Nothing searched={typed !== ''} isWhole={tab === 'all' && owner === undefined} />
        )}
        {found && (found.length > 0 || hasMore) && (
          <Rows
            asked={list}
            found={found}
            hasMore={hasMore}
            busy={busy}
            onMore={more}
            chosen={choosing.isOn ? choosing.chosen : undefined}
            onChoose={choosing.toggle}
          />
        )}
        {choosing.isOn && (
          <ChoosingBar
            chosen={choosing.chosen.length}
            all={hasMore ? undefined : found?.length}
            busy={choosing.wantsAll}
            onAll={choosing.all}
            onNone={choosing.none}
            onHandOver={() => setHanding(true)}
            onLeave={choosing.leave}
          />
        )}
      </div>
    </>
  );
}

/** Applies recent hand-overs, which the list may not show yet. */
const isStillOf = (owner: string | undefined, now: string | undefined): boolean =>
  owner === undefined || now === undefined || now === owner;

const isNamed = (owner: Owner): owner is NewOwner => Boolean(owner.name && owner.email);

function Nothing({ searched, isWhole }: { searched: boolean; isWhole: boolean }) {
  const { texts } = useConsole();
  if (searched) return <p class="empty">{texts.list.notFound}</p>;
  return (
    <div class="empty stack">
      <p>{isWhole ? texts.list.empty : texts.list.emptyTab}</p>
      {isWhole && (
        <p>
          <a class="button" href={linkTo.new()}>
            {texts.list.first}
          </a>
        </p>
      )}
    </div>
  );
}
