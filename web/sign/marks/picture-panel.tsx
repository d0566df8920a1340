import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useLaterTexts } from '../use-later-texts.ts';
import type { Mark } from './mark.ts';
import { CameraChooser, FileChooser } from './picture-sources.tsx';
import { EditTools } from './picture-tools.tsx';
import { useEdited } from './use-edited.ts';
import { usePicture } from './use-picture.ts';

interface Properties {
  /** Prefix that keeps the ids of the signature's and the stamp's panel distinct. */
  readonly id: string;
  readonly hint: string;
  readonly mark: Mark | undefined;
  readonly onMark: (mark: Mark | undefined) => void;
}

/** Editor for a picture from a file or camera: rotation, crop, background removal, and preview. */
export function PicturePanel({ id, hint, mark, onMark }: Properties) {
  const words = useLaterTexts();
  const { picture, setEdit, choose, remove, refused } = usePicture(mark);
  const [blank, setBlank] = useState(false);
  const preview = useEdited(picture, onMark, setBlank);
  const error = refused ?? (picture && blank ? words.mark.blank : undefined);
  return (
    <div class="stack">
      <p class="soft small">{hint}</p>
      {error && (
        <p role="alert" class="error">
          {error}
        </p>
      )}
      <div class="row">
        <FileChooser id={`${id}-file`} label={words.mark.file} onFile={choose} />
        <CameraChooser id={`${id}-camera`} label={words.mark.camera} onFile={choose} />
      </div>
      {picture && (
        <>
          <figure>
            <figcaption class="small soft">{words.mark.preview}</figcaption>
            <canvas ref={preview} class="checkered" role="img" aria-label={words.mark.preview} />
          </figure>
          <EditTools id={id} edit={picture.edit} onEdit={setEdit} />
          <Button
            variant="quiet"
            onClick={() => {
              remove();
              onMark(undefined);
            }}
          >
            {words.mark.remove}
          </Button>
        </>
      )}
    </div>
  );
}
