import type { ComponentChildren, ComponentType, InputHTMLAttributes } from 'preact';
import { dateRangeOf } from '../../../shared/domain/fields/date-value.ts';
import type { ValueKind } from '../../../shared/domain/fields/field.ts';
import { isMarkKind } from '../../../shared/domain/fields/field-kinds.ts';
import { LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import type { Field, Values } from '../sender-api.ts';

interface Properties {
  readonly field: Field;
  readonly value: Values[string] | undefined;
  readonly error?: string | undefined;
  readonly onValue: (value: Values[string]) => void;
}

/** Input for the company's value of one of its own fields. */
export function ValueInput(properties: Properties) {
  const { kind } = properties.field;
  if (isMarkKind(kind)) return null;
  const Input = INPUTS[kind];
  return <Input {...properties} />;
}

const INPUTS: Readonly<Record<ValueKind, ComponentType<Properties>>> = {
  text: (own) => (own.field.multiline ? <Lines {...own} /> : <Line {...own} />),
  number: (own) => <Line {...own} attributes={{ inputMode: 'decimal' }} />,
  date: Day,
  checkbox: Tick,
  choice: Choice,
};

function Tick({ field, value, onValue }: Properties) {
  const { texts } = useConsole();
  return (
    <label class="choice">
      <input
        id={idOf(field)}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onValue(event.currentTarget.checked || '')}
      />
      <span>{texts.fields.ticked(field.label)}</span>
    </label>
  );
}

function Choice(own: Properties) {
  const { texts } = useConsole();
  return (
    <Labelled {...own}>
      <select {...controlOf(own)}>
        <option value="">{texts.fields.choose}</option>
        {own.field.options?.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </Labelled>
  );
}

const Lines = (own: Properties) => (
  <Labelled {...own}>
    <textarea {...controlOf(own)} rows={3} />
  </Labelled>
);

/** `min` and `max` only limit the picker; the server refuses other days. */
function Day(own: Properties) {
  const { earliest, latest } = dateRangeOf(own.field);
  return <Line {...own} attributes={{ type: 'date', min: earliest, max: latest }} />;
}

function Line({ attributes, ...own }: Properties & { attributes?: InputHTMLAttributes }) {
  const control = controlOf(own);
  return (
    <Labelled {...own}>
      <input
        {...control}
        {...attributes}
        data-empty={control.value ? undefined : ''}
        autocomplete="off"
      />
    </Labelled>
  );
}

function Labelled({ field, error, children }: Properties & { children: ComponentChildren }) {
  const { texts } = useConsole();
  return (
    <LabelledField id={idOf(field)} label={texts.fields.value(field.label)} error={error}>
      {children}
    </LabelledField>
  );
}

const idOf = ({ id }: Field): string => `value-${id}`;

const controlOf = ({ field, value, error, onValue }: Properties) => ({
  id: idOf(field),
  value: typeof value === 'string' ? value : '',
  'aria-invalid': error ? ('true' as const) : undefined,
  onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
});
