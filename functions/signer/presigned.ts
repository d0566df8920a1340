import type { Revision } from '../../shared/domain/entries.ts';
import type { Documents } from '../../shared/ports.ts';
import type { Ceremony } from './ceremony.ts';

/** How long a presigned address works: enough for a slow phone to begin. */
const SECONDS = 5 * 60;

/** A PDF's address for one party, named after the envelope's title. */
export async function presigned(
  documents: Pick<Documents, 'presignedGet'>,
  { key }: Revision,
  { envelope, now }: Ceremony,
  inline: boolean,
): Promise<{ url: string; fileName: string; expiresAt: string }> {
  const fileName = `${envelope.title.replace(/[\\/:*?"<>|]+/g, ' ').trim()}.pdf`;
  const url = await documents.presignedGet(key, { fileName, inline });
  return { url, fileName, expiresAt: new Date(now.getTime() + SECONDS * 1000).toISOString() };
}
