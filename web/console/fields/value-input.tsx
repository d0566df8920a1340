import type { InputHTMLAttributes } from 'preact';
import { dateRangeOf } from '../../../shared/domain/date-value.ts';
import { LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import type { Field, Values } from '../sender-api.ts';

interface Properties {
  field: Field;
  value: Values[string] | undefined;
  error?: string | undefined;
  onValue: (value: Values[string]) => void;
}

const INPUTS: Partial<Record<Field['kind'], InputHTMLAttributes>> = {
  date: { type: 'date' },
  number: { inputMode: 'decimal' },
};

/** What the picker offers; the server asks again for other days. */
function daysOf(field: Field): { min?: string; max?: string } {
  const { earliest, latest } = dateRangeOf(field);
  return field.kind === 'date' ? { min: earliest, max: latest } : {};
}

/** What the company itself writes into one of its own fields. */
export function ValueInput({ field, value, error, onValue }: Properties) {
  const { texts } = useConsole();
  const id = `value-${field.id}`;
  if (field.kind === 'checkbox')
    return (
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onValue(event.currentTarget.checked || '')}
        />
        <span>{texts.fields.ticked(field.label)}</span>
      </label>
    );
  const text = typeof value === 'string' ? value : '';
  const shared = { id, 'aria-invalid': error ? ('true' as const) : undefined };
  return (
    <LabelledField id={id} label={texts.fields.value(field.label)} error={error}>
      {field.kind === 'choice' ? (
        <select {...shared} value={text} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{texts.fields.choose}</option>
          {field.options?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : field.multiline ? (
        <textarea
          {...shared}
          rows={3}
          value={text}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          {...INPUTS[field.kind]}
          data-empty={text ? undefined : ''}
          {...daysOf(field)}
          value={text}
          autocomplete="off"
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </LabelledField>
  );
}
