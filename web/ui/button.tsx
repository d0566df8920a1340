import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface Properties extends Omit<ButtonHTMLAttributes, 'disabled' | 'class'> {
  readonly variant?: 'primary' | 'secondary' | 'danger' | 'quiet';
  readonly large?: boolean;
  /** An action is running: shows a spinner and ignores clicks. The button stays focusable. */
  readonly busy?: boolean;
  /** The action is unavailable. The button stays focusable. */
  readonly unavailable?: boolean;
  readonly children: ComponentChildren;
}

export const Button = ({
  variant = 'primary',
  large,
  busy,
  unavailable,
  onClick,
  children,
  ...rest
}: Properties) => (
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
