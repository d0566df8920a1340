import { Offline, Problem } from '../../ui/api.ts';

const EVERY_MS = 1_000;
/** Preparation takes seconds. After half a minute the party is invited by mail instead. */
const MAX_TRIES = 30;

const isPassing = (error: unknown): boolean =>
  error instanceof Offline ||
  (error instanceof Problem && (error.code === 'document_not_ready' || error.status >= 500));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Handle of the session for the sender's own signing ceremony, once it exists; undefined if the sender is to use the
 * mailed link.
 */
export async function beginOwnCeremony(
  begin: () => Promise<{ handle: string }>,
  over: AbortSignal,
): Promise<string | undefined> {
  for (let tries = 0; tries < MAX_TRIES && !over.aborted; tries++) {
    try {
      return (await begin()).handle;
    } catch (error) {
      if (!isPassing(error)) return undefined;
      await pause(EVERY_MS);
    }
  }
  return undefined;
}
