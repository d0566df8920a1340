import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useCeremony } from '../context.ts';
import { MAX_PICTURE_BYTES, type Mark, pictureMark, pngOf } from './mark.ts';
import { decodePicture, editedPicture, type PictureEdit, UNEDITED } from './picture-edit.ts';

interface Properties {
  /** Distinguishes the signature's panel from the stamp's. */
  id: string;
  hint: string;
  onMark: (mark: Mark | undefined) => void;
}

const ACCEPTED = ['image/png', 'image/jpeg'];

/** A picture from a file or the camera: turned, cut, its paper removed, shown as it will be. */
export function PicturePanel({ id, hint, onMark }: Properties) {
  const { texts } = useCeremony();
  const [source, setSource] = useState<ImageBitmap>();
  const [edit, setEdit] = useState<PictureEdit>(UNEDITED);
  const [error, setError] = useState<string>();
  const preview = useEdited(source, edit, onMark);

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setError(undefined);
    if (!ACCEPTED.includes(file.type)) return setError(texts.mark.notImage);
    if (file.size > 4 * MAX_PICTURE_BYTES) return setError(texts.mark.tooLarge);
    try {
      setSource(await decodePicture(file));
      setEdit(UNEDITED);
    } catch {
      setError(texts.mark.notImage);
    }
  };
  return (
    <div class="stack">
      <p class="soft small">{hint}</p>
      {error && <p role="alert">{error}</p>}
      <div class="row">
        <Chooser id={`${id}-file`} label={texts.mark.file} onFile={choose} />
        <Chooser id={`${id}-camera`} label={texts.mark.camera} camera onFile={choose} />
      </div>
      {source && (
        <>
          <figure>
            <figcaption class="small soft">{texts.mark.preview}</figcaption>
            <canvas ref={preview} class="checkered" role="img" aria-label={texts.mark.preview} />
          </figure>
          <EditTools id={id} edit={edit} onEdit={setEdit} />
        </>
      )}
    </div>
  );
}

interface ChooserProperties {
  id: string;
  label: string;
  camera?: boolean;
  onFile: (file: File | undefined) => void;
}

function Chooser({ id, label, camera, onFile }: ChooserProperties) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="secondary" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        id={id}
        class="hidden-visually"
        type="file"
        tabIndex={-1}
        aria-label={label}
        accept={ACCEPTED.join(',')}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </>
  );
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

interface ToolsProperties {
  id: string;
  edit: PictureEdit;
  onEdit: (edit: PictureEdit) => void;
}

function EditTools({ id, edit, onEdit }: ToolsProperties) {
  const { texts } = useCeremony();
  return (
    <div class="stack">
      <div class="row">
        <Button
          variant="secondary"
          onClick={() => onEdit({ ...edit, turns: (edit.turns + 1) % 4 })}
        >
          {texts.mark.rotate}
        </Button>
        <label class="choice">
          <input
            type="checkbox"
            checked={edit.removeBackground}
            onChange={(event) => onEdit({ ...edit, removeBackground: event.currentTarget.checked })}
          />
          {texts.mark.removeBackground}
        </label>
      </div>
      <details>
        <summary>{texts.mark.crop}</summary>
        <div class="crop">
          {SIDES.map((side) => (
            <label key={side} for={`${id}-${side}`}>
              {texts.mark.cropSides[side]}
              <input
                id={`${id}-${side}`}
                type="range"
                min={0}
                max={45}
                value={edit.crop[side] * 100}
                onInput={(event) => {
                  const share = Number(event.currentTarget.value) / 100;
                  onEdit({ ...edit, crop: { ...edit.crop, [side]: share } });
                }}
              />
            </label>
          ))}
        </div>
      </details>
    </div>
  );
}

/** Shows the edited picture and hands it on as a mark. */
function useEdited(
  source: ImageBitmap | undefined,
  edit: PictureEdit,
  onMark: Properties['onMark'],
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!source) return undefined;
    let wanted = true;
    const edited = editedPicture(source, edit);
    show(edited, canvas.current);
    void pngOf(edited).then((picture) => wanted && onMark(pictureMark('image', picture)));
    return () => {
      wanted = false;
    };
  }, [source, edit, onMark]);
  return canvas;
}

function show(picture: HTMLCanvasElement, canvas: HTMLCanvasElement | null): void {
  if (!canvas) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
