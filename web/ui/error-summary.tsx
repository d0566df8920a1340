import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from './focus.ts';
import type { Errors } from './use-errors.ts';

/** At the top of a form: what is wrong, each a link to its control. Takes the focus once for each try. */
export function ErrorSummary({ title, errors }: { title: string; errors: Errors }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { attempt, found } = errors;
  useLayoutEffect(() => void takeFocus(heading.current), [attempt]);
  if (found.length === 0) return null;
  return (
    <div class="notice bad stack" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <ul>
        {found.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => focusControl(event, id)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusControl(event: Event, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
