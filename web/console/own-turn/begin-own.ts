import { Offline, Problem } from '../../ui/api.ts';

const EVERY_MS = 1_000;
/** Preparing takes seconds; after half a minute the party is invited by mail instead. */
const MOST_TRIES = 30;

const isPassing = (error: unknown): boolean =>
  error instanceof Offline ||
  (error instanceof Problem && (error.code === 'document_not_ready' || error.status >= 500));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The handle of her own ceremony, as soon as there is one; undefined if she is to take the link in her mail. */
export async function beginOwn(
  begin: () => Promise<{ handle: string }>,
  over: AbortSignal,
): Promise<string | undefined> {
  for (let tries = 0; tries < MOST_TRIES && !over.aborted; tries++) {
    try {
      return (await begin()).handle;
    } catch (error) {
      if (!isPassing(error)) return undefined;
      await pause(EVERY_MS);
    }
  }
  return undefined;
}
