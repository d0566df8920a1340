/**
 * The bytes of another server's answer. Throws for one that is no success, and stops reading one that is
 * longer than it may be: nobody outside decides how much memory is used here.
 */
export async function answerBytes(response: Response, longest: number): Promise<Uint8Array> {
  if (!response.ok) throw new Error(`answered HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > longest) throw new Error(`is longer than ${longest} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
