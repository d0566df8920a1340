import type { CeremonyAnswer } from '../../shared/contract/signer.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import type { Ports } from '../../shared/ports.ts';
import type { Ceremony } from './ceremony.ts';
import { isConfirmed } from './confirmation.ts';
import { markKey } from './mark-upload.ts';
import { loadMarks, type Marks, saveMarks } from './party-draft.ts';

/**
 * The marks as they were kept, with addresses of the pictures. Only after a right code: whoever holds
 * no more than the link does not see how someone signs.
 */
export async function keptMarks(
  { documents, presigned }: Pick<Ports, 'documents' | 'presigned'>,
  ceremony: Ceremony,
): Promise<Pick<CeremonyAnswer, 'marks'>> {
  if (!isConfirmed(ceremony)) return {};
  const { signature, stamp } = await loadMarks(documents, ceremony.link);
  const readable = async <M extends { upload: string }>(mark: M) => ({
    ...mark,
    url: await presigned.get(markKey(ceremony.link, mark.upload), PICTURE),
  });
  const shown =
    signature?.method === 'typed' ? signature : signature && (await readable(signature));
  return {
    marks: {
      ...(shown && { signature: shown }),
      ...(stamp && { stamp: await readable(stamp) }),
    },
  };
}

const PICTURE = { fileName: 'picture', inline: true } as const;

/** Refuses with `confirmation_required` before a right code, and with `upload_missing`. */
export async function keepMarks(
  documents: Ports['documents'],
  ceremony: Ceremony,
  marks: Marks,
): Promise<void> {
  if (!isConfirmed(ceremony)) throw new Refusal('confirmation_required');
  for (const mark of [marks.signature, marks.stamp]) {
    if (!mark || !('upload' in mark)) continue;
    const size = await documents.size(markKey(ceremony.link, mark.upload));
    if (size === undefined) throw new Refusal('upload_missing');
  }
  await saveMarks(documents, ceremony.link, marks);
}
