import { lazy, Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { useConsole } from './context.ts';
import { ListPage } from './list/list-page.tsx';
import { type Route, useRoute } from './route.ts';
import { SettingsPage } from './settings-page.tsx';

const EnvelopePage = lazy(() =>
  import('./envelope-page.tsx').then(({ EnvelopePage }) => ({ default: EnvelopePage })),
);
const LedgerPage = lazy(() =>
  import('./detail/ledger-page.tsx').then(({ LedgerPage }) => ({ default: LedgerPage })),
);
const NewPage = lazy(() =>
  import('./draft/new-page.tsx').then(({ NewPage }) => ({ default: NewPage })),
);
const TemplatesPage = lazy(() =>
  import('./templates/templates-page.tsx').then(({ TemplatesPage }) => ({
    default: TemplatesPage,
  })),
);
const UsePage = lazy(() =>
  import('./templates/use/use-page.tsx').then(({ UsePage }) => ({ default: UsePage })),
);
const WebhooksPage = lazy(() =>
  import('./webhooks/webhooks-page.tsx').then(({ WebhooksPage }) => ({ default: WebhooksPage })),
);

export function Pages() {
  const { texts, settings } = useConsole();
  const route = useRoute();
  useEffect(() => {
    document.title = `${texts.titles[route.page]} – ${settings.company}`;
  }, [route, texts, settings]);
  return (
    <Suspense fallback={<p role="status">{texts.loading}</p>}>
      <PageOf route={route} />
    </Suspense>
  );
}

function PageOf({ route }: { route: Route }) {
  if (route.page === 'list') return <ListPage tab={route.tab} owner={route.owner} />;
  if (route.page === 'settings') return <SettingsPage />;
  if (route.page === 'webhooks') return <WebhooksPage />;
  if (route.page === 'new') return <NewPage />;
  if (route.page === 'ledger') return <LedgerPage key={route.id} id={route.id} />;
  if (route.page === 'templates') return <TemplatesPage key={route.tab} tab={route.tab} />;
  if (route.page === 'template') return <UsePage key={route.id} id={route.id} />;
  return <EnvelopePage key={route.id} id={route.id} step={route.step} />;
}
