import { useRef, useState } from 'preact/hooks';
import { storage } from '../ui/storage.ts';
import { useConsole } from './context.ts';

const PREFIX = 'sigillo.kept.';
const ofThisBrowser = storage('localStorage');

/** A draft that nobody has come back to for so long is not gone on with. */
const MOST_DAYS = 60;

/** What was entered and not yet saved, what it was made from, and when (ms since 1970). */
export interface Kept<T> {
  readonly base: string;
  readonly at: number;
  readonly value: T;
}

/** Of this user in this browser: it outlives the tab and a sign-in that ended. */
export function keptFor(user: string) {
  const at = (name: string) => `${PREFIX}${user}.${name}`;
  return {
    read: <T>(name: string): Kept<T> | undefined => {
      const text = ofThisBrowser.get(at(name));
      return text ? (JSON.parse(text) as Kept<T>) : undefined;
    },
    write: (name: string, base: string, value: unknown): void =>
      ofThisBrowser.set(at(name), JSON.stringify({ base, at: Date.now(), value })),
    forget: (name: string): void => ofThisBrowser.remove(at(name)),
    forgetAll: (): void => forgetWhere((name) => name.startsWith(at(''))),
  };
}

export function useKeeper() {
  const { email } = useConsole().settings.me;
  return keptFor(email);
}

/** Also what others have left here and never came back for. */
export const forgetOld = (now = Date.now()): void =>
  forgetWhere((name) => {
    const { at = 0 } = JSON.parse(ofThisBrowser.get(name) ?? '{}') as Partial<Kept<unknown>>;
    return now - at > MOST_DAYS * 86_400_000;
  });

function forgetWhere(isDue: (name: string) => boolean): void {
  for (const name of ofThisBrowser.names())
    if (name.startsWith(PREFIX) && isDue(name)) ofThisBrowser.remove(name);
}

/**
 * State that survives a closed tab or an ended sign-in. `base` is what it was made from: once that has
 * changed, the state is dropped. Changes apply to the state kept last, since two may come before the
 * next render, as when a browser fills in a name with its address.
 */
export function useKept<T>(name: string, base: string, start: () => T) {
  const kept = useKeeper();
  const [value, setValue] = useState<T>(() => {
    const found = kept.read<T>(name);
    return found?.base === base ? found.value : start();
  });
  const latest = useRef(value);
  function keep(change: (before: T) => T) {
    latest.current = change(latest.current);
    kept.write(name, base, latest.current);
    setValue(latest.current);
  }
  return [value, keep, () => kept.forget(name)] as const;
}
