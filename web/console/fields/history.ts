import type { Field, Values } from '../sender-api.ts';

/** State covered by undo: the fields, and the company's own values. */
export interface Layout {
  readonly fields: readonly Field[];
  readonly values: Values;
}

export const textOf = ({ fields, values }: Layout): string => JSON.stringify([fields, values]);

export const isSame = (one: Layout, other: Layout): boolean => textOf(one) === textOf(other);

export interface History {
  readonly past: readonly Layout[];
  readonly now: Layout;
  readonly future: readonly Layout[];
  /** Kind of the last change. Consecutive changes of one kind are merged into one undo step. */
  readonly last: string | undefined;
}

export type Step =
  | { readonly type: 'change'; readonly layout: Layout; readonly joins?: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

const MAX_STEPS = 200;

export const historyOf = (now: Layout): History => ({ past: [], now, future: [], last: undefined });

export function stepped(history: History, step: Step): History {
  const { past, now, future } = history;
  if (step.type === 'undo') {
    const before = past.at(-1);
    if (!before) return history;
    return { past: past.slice(0, -1), now: before, future: [now, ...future], last: undefined };
  }
  if (step.type === 'redo') {
    const [after, ...rest] = future;
    if (!after) return history;
    return { past: [...past, now], now: after, future: rest, last: undefined };
  }
  const joins = step.joins !== undefined && step.joins === history.last;
  return {
    past: joins ? past : [...past, now].slice(-MAX_STEPS),
    now: step.layout,
    future: [],
    last: step.joins,
  };
}
