import { useEffect, useRef } from 'preact/hooks';
import { type Mark, pictureMark, pngOf } from './mark.ts';
import { editedPicture, isBlank, KEPT } from './picture-edit.ts';
import type { EditedPicture } from './use-picture.ts';

/** Shows the edited picture and passes it on as a mark, unless it is the stored mark unchanged. */
export function useEdited(
  picture: EditedPicture | undefined,
  onMark: (mark: Mark | undefined) => void,
  onBlank: (blank: boolean) => void,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!picture) return;
    const edited = editedPicture(picture.source, picture.edit);
    show(edited, canvas.current);
    const blank = isBlank(edited);
    onBlank(blank);
    if (blank) onMark(undefined);
    else if (picture.edit !== KEPT) onMark(pictureMark('image', pngOf(edited)));
  }, [picture, onMark]);
  return canvas;
}

function show(picture: HTMLCanvasElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
