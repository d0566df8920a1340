import type { ComponentType } from 'preact';
import { LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import type { Field, FieldKind } from '../sender-api.ts';
import { StampChoice } from './stamp-choice.tsx';
import type { Editor } from './use-editor.ts';

interface Properties {
  readonly field: Field;
  readonly onChange: (by: Partial<Field>, what: string) => void;
}

export function Required({ field, onChange }: Properties) {
  const { texts } = useConsole();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={field.required}
        onChange={(event) => onChange({ required: event.currentTarget.checked }, 'required')}
      />
      <span>{texts.fields.required}</span>
    </label>
  );
}

const Nothing = () => null;

/** Settings that only some kinds of field have. */
export const SETTINGS: Readonly<Record<FieldKind, ComponentType<Properties & { editor: Editor }>>> =
  {
    signature: Nothing,
    initials: Nothing,
    stamp: StampChoice,
    text: Multiline,
    number: Nothing,
    date: Nothing,
    checkbox: Nothing,
    choice: Options,
  };

function Multiline({ field, onChange }: Properties) {
  const { texts } = useConsole();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={field.multiline ?? false}
        onChange={(event) => onChange({ multiline: event.currentTarget.checked }, 'lines')}
      />
      <span>{texts.fields.multiline}</span>
    </label>
  );
}

function Options({ field, onChange }: Properties) {
  const { texts } = useConsole();
  return (
    <LabelledField id="field-options" label={texts.fields.options} hint={texts.fields.optionsHint}>
      <textarea
        id="field-options"
        rows={4}
        aria-describedby="field-options-hint"
        value={field.options?.join('\n') ?? ''}
        onInput={(event) => onChange({ options: event.currentTarget.value.split('\n') }, 'options')}
      />
    </LabelledField>
  );
}
