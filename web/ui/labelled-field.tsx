import type { ComponentChildren } from 'preact';

interface Properties {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The control; give it `id`, and `aria-describedby` from `describedBy`. */
  children: ComponentChildren;
}

/** A control with its label above it, and its error between the two, tied to it by id. */
export function LabelledField({ id, label, hint, error, children }: Properties) {
  return (
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
}

/** The ids that describe a control, for `aria-describedby`. */
export const describedBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
