import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../ui/language.ts';
import type { Judge } from './fitting.ts';

/** Nothing is said before the code that draws fields is here, nor without it: the server says it too. */
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
