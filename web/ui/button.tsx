import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface Properties extends Omit<ButtonHTMLAttributes, 'disabled' | 'class'> {
  variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  large?: boolean;
  /** Work is under way: a spinner, and no second click. The button stays focusable. */
  busy?: boolean;
  /** Nothing to do at the moment. The button stays focusable. */
  unavailable?: boolean;
  children: ComponentChildren;
}

export function Button({
  variant = 'primary',
  large,
  busy,
  unavailable,
  onClick,
  children,
  ...rest
}: Properties) {
  return (
    <button
      type="button"
      {...rest}
      class={`button ${variant} ${large ? 'large' : ''}`}
      aria-disabled={busy || unavailable ? 'true' : undefined}
      onClick={(event) => (busy || unavailable ? event.preventDefault() : onClick?.(event))}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      <span>{children}</span>
    </button>
  );
}
