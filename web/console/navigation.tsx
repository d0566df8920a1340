import { Button } from '../ui/button.tsx';
import { linkTo, useRoute } from './route.ts';
import type { Settings } from './sender-api.ts';
import type { Session } from './session/session.ts';
import { storedInputOf } from './stored-input.ts';
import type { Texts } from './texts/texts.ts';

interface Properties {
  readonly session: Session;
  readonly settings: Settings;
  readonly texts: Texts;
}

export function Navigation({ session, settings, texts }: Properties) {
  const { page } = useRoute();
  function signOut() {
    // Removed at sign-out, so that the next user in this browser does not find it.
    storedInputOf(settings.me.email).forgetAll();
    return session.signOut();
  }
  return (
    <>
      <nav class="nav" aria-label={texts.nav.label}>
        <a href={linkTo.list()} aria-current={page === 'list' ? 'page' : undefined}>
          {texts.nav.documents}
        </a>
        <a href={linkTo.templates()} aria-current={page === 'templates' ? 'page' : undefined}>
          {texts.nav.templates}
        </a>
        <a
          href={linkTo.settings()}
          aria-current={page === 'settings' || page === 'webhooks' ? 'page' : undefined}
        >
          {texts.nav.settings}
        </a>
      </nav>
      <Button variant="quiet" title={settings.me.email} onClick={signOut}>
        {texts.nav.signOut}
      </Button>
    </>
  );
}
