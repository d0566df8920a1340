import type { ComponentChildren, ComponentType } from 'preact';
import { dateRangeOf } from '../../../shared/domain/fields/date-value.ts';
import type { ValueKind } from '../../../shared/domain/fields/field.ts';
import { isMarkKind } from '../../../shared/domain/fields/field-kinds.ts';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import type { Field } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';
import { useLaterTexts } from '../use-later-texts.ts';

interface Properties {
  readonly field: Field;
  /** Prefix that keeps ids in the list and in the dialog distinct. */
  readonly prefix: string;
  readonly error?: string | undefined;
  readonly onFocus?: () => void;
}

/** Control for one field, in the list or in the dialog over the page; both show the same value. */
export function FieldControl(properties: Properties) {
  const { kind } = properties.field;
  if (isMarkKind(kind)) return null;
  const Control = CONTROLS[kind];
  return <Control {...properties} />;
}

const CONTROLS: Readonly<Record<ValueKind, ComponentType<Properties>>> = {
  text: (own) => (own.field.multiline ? <Lines {...own} /> : <Line {...own} inputMode="text" />),
  number: (own) => <Line {...own} inputMode="decimal" />,
  date: Day,
  checkbox: Tick,
  choice: Choice,
};

const MAX_LETTERS = 2_000;

function Line({ inputMode, ...own }: Properties & { inputMode: 'text' | 'decimal' }) {
  const shared = useShared(own);
  return (
    <Labelled {...own}>
      <input {...shared} type="text" inputMode={inputMode} maxLength={MAX_LETTERS} />
    </Labelled>
  );
}

function Lines(own: Properties) {
  const shared = useShared(own);
  return (
    <Labelled {...own}>
      <textarea {...shared} rows={3} maxLength={MAX_LETTERS} />
    </Labelled>
  );
}

function Day(own: Properties) {
  const shared = useShared(own);
  const { earliest, latest } = dateRangeOf(own.field);
  const empty = shared.value ? undefined : '';
  return (
    <Labelled {...own}>
      <input {...shared} type="date" data-empty={empty} min={earliest} max={latest} />
    </Labelled>
  );
}

function Choice(own: Properties) {
  const words = useLaterTexts();
  const { onInput, ...shared } = useShared(own);
  return (
    <Labelled {...own}>
      <select {...shared} onChange={onInput}>
        <option value="">{words.fill.choose}</option>
        {own.field.options?.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </Labelled>
  );
}

const idOf = ({ prefix, field }: Properties): string => `${prefix}-${field.id}`;

function useHint({ field }: Properties): string | undefined {
  const { texts } = useCeremony();
  return field.required ? undefined : texts.optional;
}

function Labelled({ children, ...own }: Properties & { children: ComponentChildren }) {
  const hint = useHint(own);
  return (
    <LabelledField id={idOf(own)} label={own.field.label} hint={hint} error={own.error}>
      {children}
    </LabelledField>
  );
}

/** Attributes that all text controls share. */
function useShared(own: Properties) {
  const { field, error, onFocus } = own;
  const { values, setValue } = useCeremony();
  const id = idOf(own);
  return {
    id,
    onFocus,
    value: String(values[field.id] ?? ''),
    'aria-describedby': describedBy(id, useHint(own), error),
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': field.required ? ('true' as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      setValue(field.id, event.currentTarget.value),
  };
}

function Tick(own: Properties) {
  const { field, error, onFocus } = own;
  const { values, setValue } = useCeremony();
  const id = idOf(own);
  return (
    <div class={`field ${error ? 'wrong' : ''}`}>
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <label class="choice" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={values[field.id] === true}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? 'true' : undefined}
          onFocus={onFocus}
          onChange={(event) => setValue(field.id, event.currentTarget.checked)}
        />
        <span>{field.label}</span>
      </label>
    </div>
  );
}
