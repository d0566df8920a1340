import { Button } from '../../ui/button.tsx';
import { useLaterTexts } from '../use-later-texts.ts';
import type { PictureEdit } from './picture-edit.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

interface Properties {
  readonly id: string;
  readonly edit: PictureEdit;
  readonly onEdit: (edit: PictureEdit) => void;
}

export function EditTools({ id, edit, onEdit }: Properties) {
  const words = useLaterTexts();
  return (
    <div class="stack">
      <div class="row">
        <Button
          variant="secondary"
          onClick={() => onEdit({ ...edit, turns: (edit.turns + 1) % 4 })}
        >
          {words.mark.rotate}
        </Button>
        <label class="choice">
          <input
            type="checkbox"
            checked={edit.removeBackground}
            onChange={(event) => onEdit({ ...edit, removeBackground: event.currentTarget.checked })}
          />
          {words.mark.removeBackground}
        </label>
      </div>
      <details>
        <summary>{words.mark.crop}</summary>
        <div class="crop">
          {SIDES.map((side) => (
            <Side key={side} {...{ id, side, edit, onEdit }} />
          ))}
        </div>
      </details>
    </div>
  );
}

function Side({ id, side, edit, onEdit }: Properties & { side: (typeof SIDES)[number] }) {
  const words = useLaterTexts();
  function cut(event: { currentTarget: HTMLInputElement }) {
    const share = Number(event.currentTarget.value) / 100;
    onEdit({ ...edit, crop: { ...edit.crop, [side]: share } });
  }
  return (
    <label for={`${id}-${side}`}>
      {words.mark.cropSides[side]}
      <input
        id={`${id}-${side}`}
        type="range"
        min={0}
        max={45}
        value={edit.crop[side] * 100}
        onInput={cut}
      />
    </label>
  );
}
