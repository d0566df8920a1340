import { useConsole } from '../context.ts';
import type { Field } from '../sender-api.ts';
import type { Editor } from './use-editor.ts';

/** Whether a person must stamp or may: one answer for all places where that person's stamp goes. */
export function StampChoice({ field, editor }: { field: Field; editor: Editor }) {
  const { texts } = useConsole();
  const choose = (required: boolean) => editor.requireStamp(field.party, required);
  return (
    <fieldset>
      <legend>{texts.fields.stampIs}</legend>
      {[true, false].map((required) => (
        <label key={String(required)} class="choice">
          <input
            type="radio"
            name="stamp-is"
            checked={field.required === required}
            onChange={() => choose(required)}
          />
          <span>{required ? texts.fields.stampRequired : texts.fields.stampOptional}</span>
        </label>
      ))}
    </fieldset>
  );
}
