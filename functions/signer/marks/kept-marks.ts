import type { CeremonyAnswer } from '../../../shared/contract/signer.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { type DraftOwner, loadMarks, type Marks, saveMarks } from '../filling/stored-input.ts';
import { markKey } from './mark-upload.ts';

/** Saved marks with presigned URLs of their pictures; the caller checks that the session may fill in. */
export async function keptMarks(
  { documents, presigned }: Pick<Ports, 'documents' | 'presigned'>,
  owner: DraftOwner,
): Promise<NonNullable<CeremonyAnswer['marks']>> {
  const { signature, stamp } = await loadMarks(documents, owner);
  const readable = async <M extends { upload: string }>(mark: M) => ({
    ...mark,
    url: await presigned.get(markKey(owner, mark.upload), PICTURE),
  });
  const shown =
    signature?.method === 'typed' ? signature : signature && (await readable(signature));
  return {
    ...(shown && { signature: shown }),
    ...(stamp && { stamp: await readable(stamp) }),
  };
}

const PICTURE = { fileName: 'picture', inline: true } as const;

/** Saves marks; the caller checks that the session may fill in. Throws `upload_missing`. */
export async function keepMarks(
  documents: Ports['documents'],
  owner: DraftOwner,
  marks: Marks,
): Promise<void> {
  for (const mark of [marks.signature, marks.stamp]) {
    if (!mark || !('upload' in mark)) continue;
    const size = await documents.size(markKey(owner, mark.upload));
    if (size === undefined) throw new Refusal('upload_missing');
  }
  await saveMarks(documents, owner, marks);
}
