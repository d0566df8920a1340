import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { SignInAnswer } from '../../shared/contract/sender/sender-answers.ts';
import { createApi, Problem } from '../ui/api.ts';
import {
  chooseLanguage,
  hasChosenLanguage,
  LANGUAGES,
  type Language,
  preferredLanguage,
} from '../ui/language.ts';
import { Page } from '../ui/page.tsx';
import { arrivedBy, CUT_LINK } from './arrived-link.ts';
import { type Ceremony, ceremonyApi } from './ceremony-api.ts';
import { CeremonySteps } from './ceremony-steps.tsx';
import { Contacts } from './contacts.tsx';
import { CookiesBlocked, DamagedLink } from './damaged-link.ts';
import { Ended, Failure } from './ended.tsx';
import { textsOf } from './texts/texts-of.ts';

/** Company settings for the page, from the public route when no link opens a ceremony. */
type Company = Pick<SignInAnswer, 'company' | 'languages'>;

type Loaded =
  | { readonly ceremony: Ceremony }
  | { readonly error: unknown; readonly company: Company | undefined }
  | undefined;

const currentLanguage = () => document.documentElement.lang;

export function App() {
  const [preferred, setPreferred] = useState<Language>(preferredLanguage);
  const api = useMemo(() => ceremonyApi(createApi(currentLanguage), currentLanguage), []);
  const [loaded, setLoaded] = useState<Loaded>();
  const ceremony = loaded && 'ceremony' in loaded ? loaded.ceremony : undefined;
  const company = ceremony ?? (loaded && 'company' in loaded ? loaded.company : undefined);
  const languages = company?.languages ?? LANGUAGES;
  const language = languages.includes(preferred) ? preferred : preferredLanguage(languages);
  const texts = textsOf(language);
  document.documentElement.lang = language;

  const setCeremony = useCallback((ceremony: Ceremony) => setLoaded({ ceremony }), []);
  const fail = useCallback(async (error: unknown) => {
    const company = createApi(currentLanguage).get<Company>('/api/sign-in');
    setLoaded({ error, company: await company.catch(() => undefined) });
  }, []);
  const load = useCallback(async () => {
    try {
      const arrived = arrivedBy(location).kind;
      const ceremony = await enter(api);
      if (!hasChosenLanguage()) setPreferred(ceremony.language);
      setCeremony(ceremony);
      if (arrived === 'token') await assertRemembered(api, ceremony);
    } catch (error) {
      await fail(error);
    }
  }, [api, setCeremony, fail]);
  const reload = useCallback(async () => {
    try {
      const ceremony = await enter(api);
      setCeremony(ceremony);
      return ceremony;
    } catch (error) {
      if (isPassing(error)) throw error;
      await fail(error);
      return undefined;
    }
  }, [api, setCeremony, fail]);
  useEffect(() => {
    void load();
    window.addEventListener('hashchange', load);
    return () => window.removeEventListener('hashchange', load);
  }, [load]);

  function onLanguage(chosen: Language) {
    chooseLanguage(chosen);
    setPreferred(chosen);
    if (ceremony) reload().catch(() => {});
    else void load();
  }
  useEffect(() => {
    document.title = ceremony ? `${ceremony.title} – ${ceremony.company}` : 'Sigillo';
  }, [ceremony]);

  return (
    <Page
      company={company?.company ?? 'Sigillo'}
      language={language}
      languages={languages}
      languageLabel={texts.language}
      skipLabel={texts.skip}
      onLanguage={onLanguage}
      wide={ceremony?.state === 'open'}
      foot={ceremony && <Contacts ceremony={ceremony} texts={texts} />}
    >
      {!loaded && <p role="status">{texts.loading}</p>}
      {loaded && 'error' in loaded && (
        <Failure error={loaded.error} texts={texts} language={language} onRetry={load} />
      )}
      {ceremony?.state === 'open' && (
        <CeremonySteps
          key={ceremony.handle}
          ceremony={ceremony}
          api={api}
          texts={texts}
          language={language}
          reload={reload}
          setCeremony={setCeremony}
        />
      )}
      {ceremony && ceremony.state !== 'open' && (
        <Ended ceremony={ceremony} api={api} texts={texts} language={language} reload={reload} />
      )}
    </Page>
  );
}

/** Offline or temporarily unavailable: the entered values are kept and can be sent again. */
const isPassing = (error: unknown): boolean => !(error instanceof Problem) || error.status >= 500;

/** The session is a cookie. A browser that stores none is told so before the document is read. */
async function assertRemembered(api: ReturnType<typeof ceremonyApi>, { handle }: Ceremony) {
  await api.show(handle).catch((error) => {
    if (error instanceof Problem && error.code === 'session_missing') throw new CookiesBlocked();
  });
}

/** Exchanges the link for a session once; address bar and history then contain only the session's handle. */
async function enter(api: ReturnType<typeof ceremonyApi>): Promise<Ceremony> {
  const arrived = arrivedBy(location);
  if (arrived.kind === 'handle') return api.show(arrived.handle);
  if (arrived.kind === 'cut') history.replaceState(history.state, '', CUT_LINK);
  if (arrived.kind !== 'token') throw new DamagedLink(arrived.kind);
  const ceremony = await api.exchange(arrived.token);
  history.replaceState(history.state, '', `/sign#${ceremony.handle}`);
  return ceremony;
}
