import { useConsole } from '../context.ts';
import { goTo, linkTo, TABS, type Tab } from '../route.ts';
import { knownOwner, knownOwners, nameOf } from './owners.ts';

export function Tabs({ tab, owner }: { tab: Tab; owner: string | undefined }) {
  const { texts } = useConsole();
  return (
    <nav class="tabs" aria-label={texts.list.filter}>
      {TABS.map((one) => (
        <a key={one} href={linkTo.list(one, owner)} aria-current={one === tab ? 'page' : undefined}>
          {texts.list.tabs[one]}
        </a>
      ))}
    </nav>
  );
}

export function Search({ value, onValue }: { value: string; onValue: (value: string) => void }) {
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

interface OwnersProperties {
  readonly tab: Tab;
  readonly owner: string | undefined;
  /** Listing all owners requires the whole list. */
  readonly onLook: () => void;
}

/** For administrators: filter by owner. */
export function Owners({ tab, owner, onLook }: OwnersProperties) {
  const { texts } = useConsole();
  const known = knownOwners();
  const others = owner !== undefined && !known.some(({ subject }) => subject === owner);
  return (
    <label class="owner-filter">
      <span class="small soft">{texts.list.owner}</span>
      <select
        value={owner ?? ''}
        onFocus={onLook}
        onChange={(event) => goTo(linkTo.list(tab, event.currentTarget.value || undefined))}
      >
        <option value="">{texts.list.everyone}</option>
        {[...(others ? [knownOwner(owner)] : []), ...known].map((one) => (
          <option key={one.subject} value={one.subject}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
