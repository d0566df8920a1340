type Kind = 'localStorage' | 'sessionStorage';

/** Fallback in page memory, for as long as the page is open. */
const MEMORY: Readonly<Record<Kind, Map<string, string>>> = {
  localStorage: new Map(),
  sessionStorage: new Map(),
};

/** Null in some in-app browsers; if cookies are blocked, access throws. */
function storageOf(kind: Kind): Storage | undefined {
  try {
    return window[kind] ?? undefined;
  } catch {
    return undefined;
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The browser's storage, or memory if it is missing or full. */
export const storage = (kind: Kind) => ({
  /** Whether it survives the page. */
  get lasts(): boolean {
    return storageOf(kind) !== undefined;
  },
  get: (name: string): string | undefined =>
    MEMORY[kind].get(name) ?? attempt(() => storageOf(kind)?.getItem(name)) ?? undefined,
  set: (name: string, value: string): void => {
    const stored = attempt(() => {
      const store = storageOf(kind);
      store?.setItem(name, value);
      return store;
    });
    if (stored) MEMORY[kind].delete(name);
    else MEMORY[kind].set(name, value);
  },
  remove: (name: string): void => {
    MEMORY[kind].delete(name);
    attempt(() => storageOf(kind)?.removeItem(name));
  },
  names: (): string[] => [
    ...MEMORY[kind].keys(),
    ...(attempt(() => Object.keys(storageOf(kind) ?? {})) ?? []),
  ],
});
