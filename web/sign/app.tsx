import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { createApi } from '../ui/api.ts';
import {
  chooseLanguage,
  hasChosenLanguage,
  isLanguage,
  type Language,
  preferredLanguage,
} from '../ui/language.ts';
import { Page } from '../ui/page.tsx';
import { type Ceremony, ceremonyApi } from './ceremony-api.ts';
import { CeremonySteps } from './ceremony-steps.tsx';
import { Ended, Failure } from './ended.tsx';
import { textsOf } from './texts/texts.ts';

/** A link's token is 43 characters; what stays in the address bar afterwards is only the handle. */
const HANDLE = /^[0-9a-f]{8}$/;

type Loaded = { ceremony: Ceremony } | { error: unknown } | undefined;

export function App() {
  const [language, setLanguage] = useState<Language>(() => preferredLanguage('it'));
  const texts = textsOf(language);
  const api = useMemo(() => {
    const speak = () => document.documentElement.lang;
    return ceremonyApi(createApi(speak), speak);
  }, []);
  const [loaded, setLoaded] = useState<Loaded>();
  document.documentElement.lang = language;

  const load = useCallback(async () => {
    try {
      const ceremony = await enter(api);
      if (!hasChosenLanguage() && isLanguage(ceremony.language)) setLanguage(ceremony.language);
      setLoaded({ ceremony });
    } catch (error) {
      setLoaded({ error });
    }
  }, [api]);
  useEffect(() => {
    void load();
    window.addEventListener('hashchange', load);
    return () => window.removeEventListener('hashchange', load);
  }, [load]);

  const onLanguage = (chosen: Language) => {
    chooseLanguage(chosen);
    setLanguage(chosen);
    void load();
  };
  const ceremony = loaded && 'ceremony' in loaded ? loaded.ceremony : undefined;
  useEffect(() => {
    document.title = ceremony ? `${ceremony.title} – ${ceremony.company}` : 'Sigillo';
  }, [ceremony]);

  return (
    <Page
      company={ceremony?.company ?? 'Sigillo'}
      language={language}
      languageLabel={texts.language}
      skipLabel={texts.skip}
      onLanguage={onLanguage}
      wide={ceremony?.state === 'open'}
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
          reload={load}
        />
      )}
      {ceremony && ceremony.state !== 'open' && (
        <Ended ceremony={ceremony} api={api} texts={texts} language={language} reload={load} />
      )}
    </Page>
  );
}

/** Exchanges a link for a session once, and takes it out of the address bar and the history. */
async function enter(api: ReturnType<typeof ceremonyApi>): Promise<Ceremony> {
  const fragment = location.hash.slice(1);
  if (HANDLE.test(fragment)) return api.show(fragment);
  const ceremony = await api.exchange(fragment);
  history.replaceState(history.state, '', `${location.pathname}#${ceremony.handle}`);
  return ceremony;
}
