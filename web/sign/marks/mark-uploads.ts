import type { Ceremony, CeremonyApi, MarkKind } from '../ceremony-api.ts';
import { type Mark, pictureMark } from './mark.ts';

type Kept = NonNullable<Ceremony['marks']>;
type Picture = { readonly upload: string; readonly url: string };

/** Uploads each picture once, however often the draft is saved and the document signed. */
export function markUploads(api: CeremonyApi, handle: string) {
  const known = new WeakMap<Blob, Promise<string>>();
  function uploadOf(picture: Blob, kind: MarkKind): Promise<string> {
    const upload = known.get(picture) ?? api.upload(handle, kind, picture);
    known.set(picture, upload);
    upload.catch(() => known.delete(picture));
    return upload;
  }
  async function read(method: 'drawn' | 'image', kept: Picture): Promise<Mark | undefined> {
    const response = await fetch(kept.url).catch(() => undefined);
    if (!response?.ok) return undefined;
    const picture = await response.blob();
    known.set(picture, Promise.resolve(kept.upload));
    return pictureMark(method, picture);
  }
  return {
    inputOf: async (mark: Mark, kind: MarkKind) =>
      mark.method === 'typed'
        ? mark
        : { method: mark.method, upload: await uploadOf(mark.picture, kind) },
    stampOf: async (mark: Mark) =>
      mark.method === 'typed' ? undefined : { upload: await uploadOf(mark.picture, 'stamp') },
    /** If a picture can no longer be read, the user is asked for it again. */
    restored: async ({ signature, stamp }: Kept) => ({
      signature:
        signature && signature.method !== 'typed'
          ? await read(signature.method, signature)
          : signature,
      stamp: stamp && (await read('image', stamp)),
    }),
  };
}

export type MarkUploads = ReturnType<typeof markUploads>;
