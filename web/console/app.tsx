import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { SignInAnswer } from '../../shared/contract/sender/sender-answers.ts';
import { createApi } from '../ui/api.ts';
import { Button } from '../ui/button.tsx';
import { chooseLanguage, LANGUAGES, type Language, preferredLanguage } from '../ui/language.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Context } from './context.ts';
import { isSignedOut, sentenceOf } from './failure.ts';
import { stopHandOver } from './hand-over/hand-over-run.ts';
import { Navigation } from './navigation.tsx';
import { Pages } from './pages.tsx';
import { type SenderApi, type Settings, senderApi } from './sender-api.ts';
import { Session, SignInFailed } from './session/session.ts';
import { type SignedOutReason, SignInPage } from './sign-in-page.tsx';
import { removeOldInput } from './stored-input.ts';
import { textsOf } from './texts/texts-of.ts';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'out'; readonly session: Session; readonly why: SignedOutReason }
  | {
      readonly kind: 'in';
      readonly session: Session;
      readonly api: SenderApi;
      readonly settings: Settings;
    };

const currentLanguage = () => document.documentElement.lang;

export function App() {
  const [preferred, setPreferred] = useState<Language>(preferredLanguage);
  const [state, setState] = useState<State>({ kind: 'loading' });
  const facts = 'session' in state ? state.session.facts : undefined;
  const languages = facts?.languages ?? LANGUAGES;
  const language = languages.includes(preferred) ? preferred : preferredLanguage(languages);
  const texts = textsOf(language);
  document.documentElement.lang = language;

  const load = useCallback(() => {
    stopHandOver();
    enter(load)
      .then((entered) => entered && setState(entered))
      .catch((error) => setState({ kind: 'failed', error }));
  }, []);
  useEffect(load, [load]);
  useBackFromCache(load);
  useEffect(removeOldInput, []);
  const onSignedOut = useCallback(() => {
    setState((now) => {
      if (now.kind !== 'in') return now;
      now.session.forget();
      return { kind: 'out', session: now.session, why: 'ended' };
    });
  }, []);
  const context = useMemo(
    () => (state.kind === 'in' ? { ...inside(state), texts, language, onSignedOut } : undefined),
    [state, texts, language, onSignedOut],
  );

  return (
    <Page
      company={facts?.company ?? 'Sigillo'}
      language={language}
      languages={languages}
      languageLabel={texts.language}
      skipLabel={texts.skip}
      onLanguage={(chosen) => {
        chooseLanguage(chosen);
        setPreferred(chosen);
      }}
      wide
      aside={state.kind === 'in' && <Navigation {...state} texts={texts} />}
    >
      {state.kind === 'loading' && <p role="status">{texts.loading}</p>}
      {state.kind === 'failed' && (
        <Notice tone="bad" announce>
          <p>{sentenceOf(state.error, texts)}</p>
          <Button onClick={load}>{texts.tryAgain}</Button>
        </Notice>
      )}
      {state.kind === 'out' && <SignInPage {...state} texts={texts} />}
      {context && (
        <Context.Provider value={context}>
          <Pages />
        </Context.Provider>
      )}
    </Page>
  );
}

/** On "back" from the issuer's page the browser may restore this page from its cache, still waiting. */
function useBackFromCache(load: () => void): void {
  useEffect(() => {
    function show({ persisted }: PageTransitionEvent) {
      if (persisted) load();
    }
    window.addEventListener('pageshow', show);
    return () => window.removeEventListener('pageshow', show);
  }, [load]);
}

const inside = ({ session, api, settings }: State & { kind: 'in' }) => ({
  api,
  settings,
  renew: () => session.token(),
});

/**
 * `onElsewhere`: called when another tab signs in or out. Resolves to undefined while the browser is leaving
 * for the issuer.
 */
async function enter(onElsewhere: () => void): Promise<State | undefined> {
  const facts = await createApi(currentLanguage).get<SignInAnswer>('/api/sign-in');
  const session = new Session(facts, onElsewhere);
  try {
    return await entered(session);
  } catch (error) {
    session.close();
    throw error;
  }
}

/** One of: just returned from the issuer; still signed in; not signed in. */
async function entered(session: Session): Promise<State | undefined> {
  try {
    await session.complete();
    if (!session.isSignedIn && (await session.resume())) return undefined;
  } catch (error) {
    if (!(error instanceof SignInFailed)) throw error;
    return { kind: 'out', session, why: error.reason };
  }
  if (!session.isSignedIn) return { kind: 'out', session, why: undefined };
  const bearer = async () => ({ authorization: `Bearer ${await session.token()}` });
  const api = senderApi(createApi(currentLanguage, bearer));
  try {
    return { kind: 'in', session, api, settings: await api.settings() };
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    session.forget();
    return { kind: 'out', session, why: 'ended' };
  }
}
