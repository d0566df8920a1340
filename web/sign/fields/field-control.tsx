import { dateRangeOf } from '../../../shared/domain/date-value.ts';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import type { Field, Value } from '../ceremony-api.ts';
import { useCeremony } from '../context.ts';

interface Properties {
  field: Field;
  /** Distinguishes the control in the list from the one in the dialog. */
  prefix: string;
  error?: string | undefined;
  onFocus?: () => void;
}

/** One of my fields, in the list or in the dialog over the page; both show the same value. */
export function FieldControl({ field, prefix, error, onFocus }: Properties) {
  const { texts, values, setValue } = useCeremony();
  const id = `${prefix}-${field.id}`;
  const hint = field.required ? undefined : texts.optional;
  const set = (value: Value) => setValue(field.id, value);
  if (field.kind === 'checkbox') {
    return <Tick {...{ field, id, error, set, onFocus }} ticked={values[field.id] === true} />;
  }
  const shared = {
    id,
    onFocus,
    value: String(values[field.id] ?? ''),
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': field.required ? ('true' as const) : undefined,
  };
  return (
    <LabelledField id={id} label={field.label} hint={hint} error={error}>
      <Input field={field} shared={shared} set={set} choose={texts.fill.choose} />
    </LabelledField>
  );
}

interface InputProperties {
  field: Field;
  shared: { id: string; value: string };
  set: (value: string) => void;
  choose: string;
}

function Input({ field, shared, set, choose }: InputProperties) {
  const onInput = (event: { currentTarget: { value: string } }) => set(event.currentTarget.value);
  if (field.kind === 'choice') {
    return (
      <select {...shared} onChange={onInput}>
        <option value="">{choose}</option>
        {field.options?.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  if (field.multiline) return <textarea {...shared} rows={3} maxLength={2000} onInput={onInput} />;
  if (field.kind === 'date') {
    const { earliest, latest } = dateRangeOf(field);
    const empty = shared.value ? undefined : '';
    const range = { min: earliest, max: latest };
    return <input {...shared} type="date" data-empty={empty} {...range} onInput={onInput} />;
  }
  const inputMode = field.kind === 'number' ? 'decimal' : 'text';
  return <input {...shared} type="text" inputMode={inputMode} maxLength={2000} onInput={onInput} />;
}

interface TickProperties {
  field: Field;
  id: string;
  error: string | undefined;
  ticked: boolean;
  set: (value: boolean) => void;
  onFocus: (() => void) | undefined;
}

function Tick({ field, id, error, ticked, set, onFocus }: TickProperties) {
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
          checked={ticked}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? 'true' : undefined}
          onFocus={onFocus}
          onChange={(event) => set(event.currentTarget.checked)}
        />
        <span>{field.label}</span>
      </label>
    </div>
  );
}
