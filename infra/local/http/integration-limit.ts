import type { Json } from '../json.ts';

/** Quota of HTTP APIs: 30 s an integration. */
const LONGEST_MS = 30_000;

export class IntegrationTimeout extends Error {
  override readonly name = 'IntegrationTimeout';
}

/**
 * The timeout counts from when the handler starts. On AWS a call gets a sandbox or is throttled; here
 * it may queue for one, which must not count against the function.
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
