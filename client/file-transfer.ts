import type { DownloadAnswer, PresignedPostAnswer } from './api-types.ts';
import { unreached } from './client.ts';
import { failureOf } from './failure.ts';

/** Fetches the file behind a presigned address. */
export async function fetchFile({ url }: DownloadAnswer): Promise<Uint8Array> {
  const response = await fetch(url).catch(unreached);
  if (!response.ok) throw failureOf(response.status, undefined);
  return new Uint8Array(await response.arrayBuffer());
}

/** Posts a PDF as a browser's form does: the policy's fields first, the file last. */
export async function postFile(
  { url, fields }: PresignedPostAnswer,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes], { type: 'application/pdf' }), 'document.pdf');
  const response = await fetch(url, { method: 'POST', body: form }).catch(unreached);
  if (!response.ok) throw failureOf(response.status, undefined);
}
