import { useEffect, useState } from 'preact/hooks';
import { useLaterTexts } from '../use-later-texts.ts';
import { MAX_FILE_BYTES, type Mark } from './mark.ts';
import { decodePicture, KEPT, type PictureEdit, UNEDITED } from './picture-edit.ts';

export interface EditedPicture {
  readonly source: ImageBitmap;
  readonly edit: PictureEdit;
}

/** Minimum width of a signature in pixels; below this it is illegible. */
const MIN_SIDE = 16;

/** The chosen picture, or the stored mark, which can be edited like any other picture. */
export function usePicture(mark: Mark | undefined) {
  const words = useLaterTexts();
  const [picture, setPicture] = useState<EditedPicture>();
  const [refused, setRefused] = useState<string>();
  useEffect(() => {
    if (mark?.method !== 'image') return;
    decodePicture(mark.picture).then(
      (source) => setPicture({ source, edit: KEPT }),
      () => {},
    );
  }, []);
  async function choose(file: Blob | undefined) {
    if (!file) return;
    setRefused(undefined);
    if (file.size > MAX_FILE_BYTES) return setRefused(words.mark.tooLarge);
    try {
      const source = await decodePicture(file);
      if (Math.min(source.width, source.height) < MIN_SIDE) setRefused(words.mark.tooSmall);
      else setPicture({ source, edit: UNEDITED });
    } catch {
      setRefused(words.mark.notImage);
    }
  }
  const setEdit = (edit: PictureEdit) => setPicture((before) => before && { ...before, edit });
  return { picture, setEdit, choose, remove: () => setPicture(undefined), refused };
}
