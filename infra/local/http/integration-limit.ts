import type { Json } from '../json.ts';

/** HTTP API quota: 30 s per integration. */
const MAX_MS = 30_000;

export class IntegrationTimeout extends Error {
  override readonly name = 'IntegrationTimeout';
}

/**
 * The timeout starts with the handler. On AWS a call gets an execution environment or is throttled; here it
 * may be queued for one, which must not count against the function.
 */
export async function withinLimit(invoke: (begins: () => void) => Promise<Json>): Promise<Json> {
  let timer: NodeJS.Timeout | undefined;
  const { promise: limit, reject } = Promise.withResolvers<never>();
  function begins() {
    timer = setTimeout(() => reject(new IntegrationTimeout()), MAX_MS);
  }
  try {
    return await Promise.race([invoke(begins), limit]);
  } finally {
    clearTimeout(timer);
  }
}
