import { useEffect, useMemo, useState } from 'preact/hooks';
import type { VerifyPageFacts } from '../../shared/contract/verifier.ts';
import {
  chooseLanguage,
  hasChosenLanguage,
  isLanguage,
  preferredLanguage,
} from '../ui/language.ts';
import { Page } from '../ui/page.tsx';
import { Checker } from './checker.ts';
import { CodeForm } from './code-form.tsx';
import { LocalizationContext } from './context.ts';
import { FileCheck } from './file-check.tsx';
import { Opening } from './opening.tsx';
import { RecordView } from './record-view.tsx';
import { speechIn } from './speech.ts';
import { useClaim } from './use-claim.ts';
import { useDrop } from './use-drop.ts';
import { useFileCheck } from './use-file-check.ts';
import { VerdictView } from './verdict-view.tsx';

/** The user's earlier choice, else the language that the server chose from Accept-Language. */
function firstLanguage(languages: VerifyPageFacts['languages']) {
  const served = document.documentElement.lang;
  return hasChosenLanguage() || !isLanguage(served) ? preferredLanguage(languages) : served;
}

export function App({ facts }: { facts: VerifyPageFacts }) {
  const [language, setLanguage] = useState(() => firstLanguage(facts.languages));
  const checker = useMemo(() => new Checker(facts.at), [facts.at]);
  const check = useFileCheck(checker, facts, useClaim());
  const over = useDrop(check.onFile);
  const speech = useMemo(() => speechIn(language, facts.timeZone), [language, facts.timeZone]);
  const { texts, phrases } = speech;
  const result = check.state.kind === 'checked' ? check.state.result : undefined;
  const record = result?.answer?.record ?? facts.record;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${phrases.title} – ${facts.company}`;
  }, [language, phrases, facts.company]);
  return (
    <LocalizationContext.Provider value={speech}>
      <Page
        company={facts.company}
        language={language}
        languages={facts.languages}
        languageLabel={texts.language}
        skipLabel={texts.skip}
        onLanguage={(chosen) => {
          chooseLanguage(chosen);
          setLanguage(chosen);
        }}
      >
        <div class="stack-l">
          {result ? (
            <VerdictView result={result} record={record} onAgain={check.reset} />
          ) : (
            <Opening facts={facts} />
          )}
          {record && <RecordView record={record} verdict={result?.conclusion.verdict} />}
          {!result && <FileCheck {...check} over={over} />}
          <CodeForm />
        </div>
      </Page>
    </LocalizationContext.Provider>
  );
}
