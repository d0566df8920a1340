import { useEffect, useState } from 'preact/hooks';

/** Debounces typed text by some ms; clearing it takes effect at once. */
export function useDebounced(typed: string, ms: number): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed ? ms : 0);
    return () => clearTimeout(timer);
  }, [typed, ms]);
  return typed && settled;
}
