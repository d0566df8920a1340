import { useState } from 'preact/hooks';
import { useConsole } from './context.ts';
import { isSignedOut, sentenceOf } from './failure.ts';

/** Runs one action at a time; keeps its name while it runs, and the error of the last one. */
export function useWork() {
  const { texts, onSignedOut } = useConsole();
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<string>();
  async function run(name: string, act: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(name);
    setError(undefined);
    try {
      await act();
    } catch (failure) {
      setError(sentenceOf(failure, texts));
      if (isSignedOut(failure)) onSignedOut();
    } finally {
      setBusy(undefined);
    }
  }
  return { busy, error, setError, run };
}
