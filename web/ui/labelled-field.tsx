import type { ComponentChildren } from 'preact';

interface Properties {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The control; give it `id`, and `aria-describedby` from `describedBy`. */
  readonly children: ComponentChildren;
}

/** A control with its label above it, and its error between the two, tied to it by id. */
export const LabelledField = ({ id, label, hint, error, children }: Properties) => (
  <div class={`field ${error ? 'wrong' : ''}`}>
    <label for={id}>{label}</label>
    {hint && (
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {error && (
      <span key={error} class="error" id={`${id}-error`}>
        {error}
      </span>
    )}
    {children}
  </div>
);

/** The ids that describe a control, for `aria-describedby`. */
export const describedBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
