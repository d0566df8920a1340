/**
 * Downloads a complete PDF. Range requests are not used: S3 does not expose the needed headers to other
 * origins, and one page's fonts are most of the file. Independent of the viewer, so that both load in
 * parallel.
 */
export async function fetchPdf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
