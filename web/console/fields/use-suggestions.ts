import { useEffect, useMemo, useState } from 'preact/hooks';
import { useConsole } from '../context.ts';
import { useDraft } from '../draft/context.ts';
import type { Suggestions } from '../sender-api.ts';
import { useStoredInput } from '../stored-input.ts';
import { openSuggestions, suggestedFields } from './suggested-field.ts';
import type { Editor } from './use-editor.ts';

const NONE: Suggestions = { suggestions: [], wrongTags: [] };

/** What the document asks for by itself; what the sender dropped is remembered in this browser while the draft has this document. */
export function useSuggestions({ fields }: Pick<Editor, 'fields'>) {
  const { texts } = useConsole();
  const { envelope } = useDraft();
  const { id, parties } = envelope;
  const { upload, pages } = envelope.document!;
  const { found, failed, retry } = useFound(id, upload);
  const [dropped, setDropped] = useStoredInput<readonly string[]>(
    `${id}.dropped`,
    upload,
    () => [],
  );
  const { kinds } = texts.fields;
  const all = useMemo(
    () => suggestedFields(found.suggestions, { upload, pages, parties, kinds }),
    [found, upload, pages, parties, kinds],
  );
  const open = useMemo(() => openSuggestions(all, fields, dropped), [all, fields, dropped]);
  return {
    open,
    failed,
    retry,
    wrongTags: found.wrongTags,
    tags: all.filter(({ source }) => source === 'tag').length,
    dropped: openSuggestions(all, fields, []).length - open.length,
    drop: (ids: readonly string[]) => setDropped((before) => [...before, ...ids]),
    offerAgain: () => setDropped(() => []),
  };
}

export type OfferedSuggestions = ReturnType<typeof useSuggestions>;

function useFound(id: string, upload: string) {
  const { api } = useConsole();
  const [found, setFound] = useState(NONE);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    setFound(NONE);
    setFailed(false);
    api.suggestions(id).then(
      (answer) => wanted && setFound(answer),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [api, id, upload, attempt]);
  return { found, failed, retry: () => setAttempt(attempt + 1) };
}
