import type { ComponentChildren } from 'preact';

interface Properties {
  tone?: 'plain' | 'good' | 'bad' | 'warn';
  /** Said by a screen reader when it appears; what is bad, at once. */
  announce?: boolean;
  children: ComponentChildren;
}

export function Notice({ tone = 'plain', announce, children }: Properties) {
  return (
    <div
      class={`notice ${tone} stack`}
      role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      {children}
    </div>
  );
}
