import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../ui/language.ts';
import type { Judge } from './fitting.ts';

/** No message until the code that draws fields has loaded; the server checks the same. */
export function useFitting(documentLanguage: Language, reader: Language): Judge {
  const [judge, setJudge] = useState<Judge>();
  useEffect(() => {
    import('./fitting.ts').then(
      ({ judgeOf }) => setJudge(() => judgeOf(documentLanguage, reader)),
      () => {},
    );
  }, [documentLanguage, reader]);
  return judge ?? (() => undefined);
}
