import { useEffect, useState } from 'preact/hooks';

/** What is typed, once nothing more has been for so many ms; what is emptied at once. */
export function useSettled(typed: string, ms: number): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed ? ms : 0);
    return () => clearTimeout(timer);
  }, [typed, ms]);
  return typed && settled;
}
