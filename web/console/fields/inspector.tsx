import { isOfNobody } from '../../../shared/domain/working-draft.ts';
import { Button } from '../../ui/button.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import type { Field, Party } from '../sender-api.ts';
import { isMark } from './kinds.ts';
import { isUnnamed, type LayoutError } from './layout-problems.ts';
import { StampChoice } from './stamp-choice.tsx';
import type { Editor } from './use-editor.ts';
import { ValueInput } from './value-input.tsx';

interface Properties {
  field: Field;
  editor: Editor;
  parties: readonly Party[];
  pageCount: number;
  /** Why nobody could fill it, while it is drawn. */
  problem?: string | undefined;
  /** What was wrong with it at the last try. */
  told: readonly LayoutError[];
  onCopied: (count: number) => void;
}

/** Everything about the selected field but its place. */
export function Inspector(properties: Properties) {
  const { field, editor, parties, pageCount, problem, told, onCopied } = properties;
  const { texts, settings } = useConsole();
  const change = (by: Partial<Field>, what: string) =>
    editor.replace({ ...field, ...by }, `${what}:${field.id}`);
  const toldOf = (control: string) => told.find(({ id }) => id === control)?.message;
  const nameError = isUnnamed(field) ? toldOf('field-label') : undefined;
  const isEmpty = editor.values[field.id] === undefined;
  return (
    <section class="inspector card stack" aria-labelledby="inspector-title">
      <h2 id="inspector-title" class="h3">
        {texts.fields.kinds[field.kind]}
      </h2>
      <div role="status">{problem && <p class="error">{problem}</p>}</div>
      <LabelledField
        id="field-label"
        label={texts.fields.label}
        hint={texts.fields.labelHint}
        error={nameError}
      >
        <input
          id="field-label"
          value={field.label}
          maxLength={200}
          autocomplete="off"
          aria-invalid={nameError ? 'true' : undefined}
          aria-describedby={describedBy('field-label', texts.fields.labelHint, nameError)}
          onInput={(event) => change({ label: event.currentTarget.value }, 'label')}
        />
      </LabelledField>
      <LabelledField id="field-party" label={texts.fields.whose}>
        <select
          id="field-party"
          value={field.party ?? ''}
          onChange={(event) => change({ party: event.currentTarget.value || null }, 'party')}
        >
          {parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {isOfNobody(field, parties) && (
            <option value={field.party ?? ''} disabled>
              {texts.fields.nobody}
            </option>
          )}
          {!isMark(field.kind) && (
            <option value="">{texts.fields.company(settings.company)}</option>
          )}
        </select>
      </LabelledField>
      <KindOptions field={field} onChange={change} />
      {field.kind === 'stamp' && <StampChoice field={field} editor={editor} />}
      {field.party === null && (
        <ValueInput
          field={field}
          value={editor.values[field.id]}
          error={isEmpty ? toldOf(`value-${field.id}`) : undefined}
          onValue={(value) => editor.fill(field.id, value)}
        />
      )}
      <div class="row tight">
        {pageCount > 1 && (
          <Button variant="secondary" onClick={() => onCopied(editor.copyToAllPages(field))}>
            {texts.fields.copyToAll}
          </Button>
        )}
        <Button variant="secondary" onClick={() => editor.duplicate(field)}>
          {texts.fields.duplicate}
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            editor.remove(field);
            document.getElementById('fields-heading')?.focus();
          }}
        >
          {texts.fields.remove}
        </Button>
      </div>
    </section>
  );
}

interface OptionProperties {
  field: Field;
  onChange: (by: Partial<Field>, what: string) => void;
}

function KindOptions({ field, onChange }: OptionProperties) {
  const { texts } = useConsole();
  return (
    <>
      {!isMark(field.kind) && (
        <label class="choice">
          <input
            type="checkbox"
            checked={field.required}
            onChange={(event) => onChange({ required: event.currentTarget.checked }, 'required')}
          />
          <span>{texts.fields.required}</span>
        </label>
      )}
      {field.kind === 'text' && (
        <label class="choice">
          <input
            type="checkbox"
            checked={field.multiline ?? false}
            onChange={(event) => onChange({ multiline: event.currentTarget.checked }, 'lines')}
          />
          <span>{texts.fields.multiline}</span>
        </label>
      )}
      {field.kind === 'choice' && (
        <LabelledField
          id="field-options"
          label={texts.fields.options}
          hint={texts.fields.optionsHint}
        >
          <textarea
            id="field-options"
            rows={4}
            aria-describedby="field-options-hint"
            value={field.options?.join('\n') ?? ''}
            onInput={(event) =>
              onChange({ options: event.currentTarget.value.split('\n') }, 'options')
            }
          />
        </LabelledField>
      )}
    </>
  );
}
