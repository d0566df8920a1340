/** pdf.js's worker, with its first script error, for which pdf.js itself has no listener. */
export interface DocumentWorker {
  readonly thread: Worker;
  /** Resolves with the error if the worker fails; otherwise stays pending. */
  readonly failed: Promise<Error>;
}

let ready: DocumentWorker | undefined;

/** Preloads the worker's script before there is a document. */
export function prepareWorker(): void {
  ready ??= startWorker();
}

/** The preloaded worker, or a new one: each document has its own. */
export function takeWorker(): DocumentWorker {
  const taken = ready ?? startWorker();
  ready = undefined;
  return taken;
}

function startWorker(): DocumentWorker {
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<Error>((resolve) => {
    thread.addEventListener('error', ({ message }) =>
      resolve(new Error(message || 'the worker could not be loaded')),
    );
    thread.addEventListener('messageerror', () => resolve(new Error('the worker was garbled')));
  });
  return { thread, failed };
}
