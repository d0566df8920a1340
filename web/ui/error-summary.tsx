import { useEffect, useRef } from 'preact/hooks';

export interface FieldError {
  /** Id of the control. */
  id: string;
  message: string;
}

/** At the top of a form: what is wrong, each a link to its control. Takes the focus when it appears. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (errors.length > 0) heading.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="notice bad stack" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <ul>
        {errors.map(({ id, message }) => (
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
