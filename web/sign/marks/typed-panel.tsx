import { useEffect, useState } from 'preact/hooks';
import { isBlank } from '../../../shared/domain/text/text.ts';
import { LabelledField } from '../../ui/labelled-field.tsx';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';
import type { Mark } from './mark.ts';
import { TypedPreview } from './typed-preview.tsx';

/** Name and surname in a choice of handwriting fonts; usable by keyboard. */
export function TypedPanel({ onMark }: { onMark: (mark: Mark | undefined) => void }) {
  const { ceremony, signature } = useCeremony();
  const words = useLaterTexts();
  const before = signature?.method === 'typed' ? signature : undefined;
  const [text, setText] = useState(before?.text ?? ceremony.me.name);
  const [hand, setHand] = useState(before?.hand ?? ceremony.hands[0] ?? '');
  useEffect(
    () => onMark(isBlank(text) ? undefined : { method: 'typed', text: text.trim(), hand }),
    [text, hand, onMark],
  );
  return (
    <div class="stack">
      <LabelledField id="typed-name" label={words.mark.name}>
        <input
          id="typed-name"
          autocomplete="name"
          maxLength={120}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </LabelledField>
      <fieldset>
        <legend>{words.mark.hands}</legend>
        <div class="hands">
          {ceremony.hands.map((name, index) => (
            <label key={name} class="hand">
              <input
                type="radio"
                name="hand"
                value={name}
                checked={hand === name}
                aria-label={words.mark.hand(index + 1)}
                onChange={() => setHand(name)}
              />
              <TypedPreview text={text || ceremony.me.name} hand={name} label={text} />
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
