import { useConsole } from '../context.ts';
import type { Field } from '../sender-api.ts';
import type { Editor } from './use-editor.ts';

/** Whether a person's stamp is required or optional: one setting for all of that person's stamp fields. */
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
