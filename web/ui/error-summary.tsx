import { useEffect, useRef } from 'preact/hooks';

export interface FieldError {
  /** Id of the control. */
  id: string;
  message: string;
}

/**
 * At the top of a form: what is wrong, each a link to its control. Takes the focus when it appears, but
 * not from a hand that is mending: fewer of the same are no reason to jump.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<readonly FieldError[]>([]);
  useEffect(() => {
    if (errors.length > 0 && !isRest(errors, before.current)) heading.current?.focus();
    before.current = errors;
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

/** What is left of errors that were shown already. */
const isRest = (errors: readonly FieldError[], before: readonly FieldError[]): boolean =>
  errors.length < before.length &&
  errors.every(({ id, message }) => before.some((one) => one.id === id && one.message === message));

function focusControl(event: Event, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
