import { useRef, useState } from 'preact/hooks';
import { storage } from '../ui/storage.ts';
import { useConsole } from './context.ts';

const PREFIX = 'sigillo.kept.';
const ofThisBrowser = storage('localStorage');

/** Age after which an abandoned draft is not restored. */
const MAX_DAYS = 60;

/** Unsaved input, the version it is based on, and when it was stored (ms since 1970). */
export interface StoredInput<T> {
  readonly base: string;
  readonly at: number;
  readonly value: T;
}

/** Stored per user in this browser; survives the tab and an expired sign-in. */
export function storedInputOf(user: string) {
  const at = (name: string) => `${PREFIX}${user}.${name}`;
  return {
    read: <T>(name: string): StoredInput<T> | undefined => {
      const text = ofThisBrowser.get(at(name));
      return text ? (JSON.parse(text) as StoredInput<T>) : undefined;
    },
    write: (name: string, base: string, value: unknown): void =>
      ofThisBrowser.set(at(name), JSON.stringify({ base, at: Date.now(), value })),
    forget: (name: string): void => ofThisBrowser.remove(at(name)),
    forgetAll: (): void => forgetWhere((name) => name.startsWith(at(''))),
  };
}

export function useInputStore() {
  const { email } = useConsole().settings.me;
  return storedInputOf(email);
}

/** Also removes entries that other users abandoned. */
export const removeOldInput = (now = Date.now()): void =>
  forgetWhere((name) => {
    const { at = 0 } = JSON.parse(ofThisBrowser.get(name) ?? '{}') as Partial<StoredInput<unknown>>;
    return now - at > MAX_DAYS * 86_400_000;
  });

function forgetWhere(isDue: (name: string) => boolean): void {
  for (const name of ofThisBrowser.names())
    if (name.startsWith(PREFIX) && isDue(name)) ofThisBrowser.remove(name);
}

/**
 * State that survives a closed tab or an expired sign-in. `base` identifies the data it was derived from: if
 * that has changed, the state is dropped. Updates apply to the latest stored state, because two can occur
 * before the next render, as when autofill sets name and address.
 */
export function useStoredInput<T>(name: string, base: string, start: () => T) {
  const kept = useInputStore();
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
