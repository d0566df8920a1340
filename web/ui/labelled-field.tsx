import type { ComponentChildren } from 'preact';

interface Properties {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The control; give it `id`, and `aria-describedby` from `describedBy`. */
  readonly children: ComponentChildren;
}

/** A control with its label above and its error in between, associated by id. */
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

/** The ids for a control's `aria-describedby`. */
export const describedBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
