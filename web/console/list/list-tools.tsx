import { useConsole } from '../context.ts';
import { linkTo, TABS, type Tab } from '../route.ts';

export function Tabs({ tab }: { tab: Tab }) {
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
