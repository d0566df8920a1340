import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from './focus.ts';
import type { Errors, FieldError } from './use-errors.ts';

interface Properties<E extends FieldError> {
  readonly title: string;
  readonly errors: Errors<E>;
  /** Prepares the page so that a control can be focused. */
  readonly onGo?: (error: E) => void;
}

/** Errors at the top of a form, each linking to its control. Takes the focus once per attempt. */
export function ErrorSummary<E extends FieldError>({ title, errors, onGo }: Properties<E>) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { attempt, found } = errors;
  useLayoutEffect(() => void takeFocus(heading.current), [attempt]);
  if (found.length === 0) return null;
  function go(event: Event, error: E) {
    event.preventDefault();
    if (onGo) onGo(error);
    else document.getElementById(error.id)?.focus();
  }
  return (
    <div class="notice bad stack" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <ul>
        {found.map((error) => (
          <li key={`${error.id} ${error.message}`}>
            <a href={`#${error.id}`} onClick={(event) => go(event, error)}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
