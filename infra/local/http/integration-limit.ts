import type { Json } from '../json.ts';

/** Quota of HTTP APIs: 30 s an integration. */
const LONGEST_MS = 30_000;

export class IntegrationTimeout extends Error {
  override readonly name = 'IntegrationTimeout';
}

/**
 * Counts from the beginning of the function's work. On AWS each call has a sandbox of its own or is
 * refused; here it may wait for one behind a hundred others, which says nothing of the function.
 */
export async function withinLimit(invoke: (begins: () => void) => Promise<Json>): Promise<Json> {
  let timer: NodeJS.Timeout | undefined;
  const { promise: limit, reject } = Promise.withResolvers<never>();
  function begins() {
    timer = setTimeout(() => reject(new IntegrationTimeout()), LONGEST_MS);
  }
  try {
    return await Promise.race([invoke(begins), limit]);
  } finally {
    clearTimeout(timer);
  }
}
