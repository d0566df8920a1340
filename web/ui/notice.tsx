import type { ComponentChildren } from 'preact';

interface Properties {
  readonly tone?: 'plain' | 'good' | 'bad' | 'warn';
  /** Announced by screen readers when it appears; errors assertively. */
  readonly announce?: boolean;
  readonly children: ComponentChildren;
}

export const Notice = ({ tone = 'plain', announce, children }: Properties) => (
  <div
    class={`notice ${tone} stack`}
    role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}
  >
    {children}
  </div>
);
