import type { ComponentChildren } from 'preact';

interface Properties {
  tone?: 'plain' | 'good' | 'bad' | 'warn';
  /** Said at once by a screen reader when it appears. */
  announce?: boolean;
  children: ComponentChildren;
}

export function Notice({ tone = 'plain', announce, children }: Properties) {
  return (
    <div class={`notice ${tone} stack`} role={announce ? 'status' : undefined}>
      {children}
    </div>
  );
}
