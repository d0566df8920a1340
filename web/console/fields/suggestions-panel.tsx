import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';
import { useDraft } from '../draft/context.ts';
import type { Field } from '../sender-api.ts';
import { namedField } from './suggested-box.tsx';
import type { OfferedSuggestions } from './use-suggestions.ts';

interface Properties {
  readonly suggestions: OfferedSuggestions;
  readonly onAccept: (fields: readonly Field[]) => void;
  readonly onDrop: (fields: readonly Field[]) => void;
}

/** What the document asks for, to be accepted or dropped at once or one by one; and what was wrongly written. */
export function SuggestionsPanel({ suggestions, onAccept, onDrop }: Properties) {
  const { texts } = useConsole();
  const said = texts.fields.suggested;
  const { open, failed, retry, tags, dropped, offerAgain, wrongTags } = suggestions;
  const isEmpty = open.length + tags + dropped === 0;
  if (isEmpty && !failed && wrongTags.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, also by keys
    <section class="editor-asked stack-s" aria-labelledby="suggestions-title" tabIndex={0}>
      {isEmpty && (
        <h2 id="suggestions-title" class="hidden-visually">
          {said.title(0)}
        </h2>
      )}
      {failed && (
        <Notice tone="warn" announce>
          <p>{said.failed}</p>
          <Button variant="secondary" onClick={retry}>
            {texts.tryAgain}
          </Button>
        </Notice>
      )}
      {!isEmpty && (
        <div class="notice stack-s suggestions">
          <div class="row tight">
            <h2 id="suggestions-title" class="h3">
              {said.title(open.length)}
            </h2>
            {open.length > 0 && (
              <>
                <Button onClick={() => onAccept(open.map(({ field }) => field))}>
                  {said.acceptAll}
                </Button>
                <Button variant="secondary" onClick={() => onDrop(open.map(({ field }) => field))}>
                  {said.dropAll}
                </Button>
              </>
            )}
            {dropped > 0 && (
              <Button variant="quiet" onClick={offerAgain}>
                {said.again(dropped)}
              </Button>
            )}
          </div>
          {open.length > 0 && <p class="small">{said.lead}</p>}
          {tags > 0 && <p class="small">{said.tags(tags)}</p>}
          {open.length > 0 && <OneByOne {...{ suggestions, onAccept, onDrop }} />}
        </div>
      )}
      <WrongTags wrongTags={wrongTags} />
    </section>
  );
}

function OneByOne({ suggestions: { open }, onAccept, onDrop }: Properties) {
  const { texts } = useConsole();
  const { parties } = useDraft().envelope;
  const { each, accept, drop, at, of } = texts.fields.suggested;
  return (
    <details>
      <summary>{each}</summary>
      <ul class="plain">
        {open.map(({ field }) => {
          const name = at(namedField(field, parties, texts), field.page + 1);
          return (
            <li key={field.id} class="row tight">
              <span>{name}</span>
              <Button
                id={`accept-${field.id}`}
                variant="secondary"
                aria-label={of(accept, name)}
                onClick={() => onAccept([field])}
              >
                {accept}
              </Button>
              <Button
                id={`drop-${field.id}`}
                variant="quiet"
                aria-label={of(drop, name)}
                onClick={() => onDrop([field])}
              >
                {drop}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function WrongTags({ wrongTags }: Pick<OfferedSuggestions, 'wrongTags'>) {
  const { texts } = useConsole();
  const { wrong, wrongTag, problems } = texts.fields.suggested;
  if (wrongTags.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{wrong}</p>
      <ul>
        {wrongTags.map(({ page, text, problem }, index) => (
          <li key={index}>{wrongTag(text, page + 1, problems[problem])}</li>
        ))}
      </ul>
    </Notice>
  );
}
