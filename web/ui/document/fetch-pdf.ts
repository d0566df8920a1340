/**
 * A PDF, whole: the store's answers tell no ranges to other origins, and its fonts alone are most of a
 * page. Needs nothing of the viewer, so that it goes on beside it.
 */
export async function fetchPdf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
