import type { ComponentChildren } from 'preact';
import { useLocalization } from './context.ts';

interface Properties {
  readonly term: string;
  /** An instant, instead of children. */
  readonly at?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A term and its value; renders nothing if the value is unknown. */
export function Fact({ term, at, children }: Properties) {
  if (!at && !children) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{at ? <Time iso={at} /> : children}</dd>
    </div>
  );
}

export function Time({ iso }: { iso: string }) {
  const { instant } = useLocalization();
  return <time dateTime={iso}>{instant(iso)}</time>;
}
