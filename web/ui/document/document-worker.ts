/** pdf.js's worker with the first error of its script, which pdf.js itself does not listen for. */
export interface DocumentWorker {
  readonly thread: Worker;
  /** Never settles while the worker works. */
  readonly failed: Promise<Error>;
}

let ready: DocumentWorker | undefined;

/** Loads the worker's script for the next document, before there is one. */
export function prepareWorker(): void {
  ready ??= startWorker();
}

/** The worker that was prepared, or a new one: each document has its own. */
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
