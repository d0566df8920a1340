/**
 * The body of an HTTP response. Throws for a status other than 2xx, and once the body exceeds `longest`
 * bytes, so that a server cannot exhaust memory.
 */
export async function answerBytes(response: Response, longest: number): Promise<Uint8Array> {
  if (!response.ok) throw new Error(`answered HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > longest) throw new Error(`response exceeds ${longest} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
