import { useRef, useState } from 'preact/hooks';
import { storage } from '../ui/storage.ts';

const PREFIX = 'sigillo.kept.';
const ofThisTab = storage('sessionStorage');

/** What was entered and not yet saved, and what it was made from. */
interface Kept<T> {
  readonly base: string;
  readonly value: T;
}

/** Of this tab alone: it outlives a reload and a sign-in that ended, and nothing else. */
function read<T>(name: string, base: string): T | undefined {
  const text = ofThisTab.get(PREFIX + name);
  const kept = text ? (JSON.parse(text) as Kept<T>) : undefined;
  return kept?.base === base ? kept.value : undefined;
}

export const kept = {
  /** Undefined also if what it was made from has changed meanwhile, by another tab or person. */
  read,
  write: (name: string, base: string, value: unknown): void =>
    ofThisTab.set(PREFIX + name, JSON.stringify({ base, value })),
  forget: (name: string): void => ofThisTab.remove(PREFIX + name),
};

/** Whoever signs in here next must not find it. */
export function forgetKept(): void {
  for (const name of ofThisTab.names()) if (name.startsWith(PREFIX)) ofThisTab.remove(name);
}

/**
 * State that a reload or an ended sign-in does not lose. `base` is what it was made from. A change is
 * made to what was kept last: two of them, as when a browser fills in a name with its address, may
 * come before the page is drawn anew.
 */
export function useKept<T>(name: string, base: string, start: () => T) {
  const [value, setValue] = useState<T>(() => kept.read<T>(name, base) ?? start());
  const latest = useRef(value);
  const keep = (change: (before: T) => T) => {
    latest.current = change(latest.current);
    kept.write(name, base, latest.current);
    setValue(latest.current);
  };
  return [value, keep, () => kept.forget(name)] as const;
}
