import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../context.ts';
import type { Contact } from '../sender-api.ts';

const PAUSE_MS = 250;
const MIN_LETTERS = 2;

/** What the company's contacts have for a typed text, once the typing pauses; what was asked before is given up. */
export function useFoundContacts(typed: string): readonly Contact[] {
  const { api } = useConsole();
  const [found, setFound] = useState<readonly Contact[]>([]);
  const search = typed.trim();
  useEffect(() => {
    if (search.length < MIN_LETTERS) return setFound([]);
    const wanted = new AbortController();
    const pause = setTimeout(() => {
      api
        .findContacts(search, wanted.signal)
        .then(({ items }) => wanted.signal.aborted || setFound(items))
        // They are an offer: without them everything can still be typed.
        .catch(() => {});
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      wanted.abort();
    };
  }, [api, search]);
  return found;
}
