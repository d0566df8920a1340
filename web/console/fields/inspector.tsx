import { isMarkKind } from '../../../shared/domain/fields/field-kinds.ts';
import { isUnassigned } from '../../../shared/domain/fields/working-draft.ts';
import { Button } from '../../ui/button.tsx';
import { describedBy, LabelledField } from '../../ui/labelled-field.tsx';
import { useConsole } from '../context.ts';
import type { Field, Party } from '../sender-api.ts';
import { Required, SETTINGS } from './kind-settings.tsx';
import { isUnnamed, type LayoutError } from './layout-problems.ts';
import type { Editor } from './use-editor.ts';
import { ValueInput } from './value-input.tsx';

interface Properties {
  readonly field: Field;
  readonly editor: Editor;
  readonly parties: readonly Party[];
  readonly pageCount: number;
  /** Why the field cannot be filled, updated while it is resized. */
  readonly problem?: string | undefined;
  /** The field's errors at the last validation. */
  readonly told: readonly LayoutError[];
  readonly onCopied: (count: number) => void;
}

/** All properties of the selected field except its position. */
export function Inspector(properties: Properties) {
  const { field, editor, parties, pageCount, problem, told, onCopied } = properties;
  const { texts, settings } = useConsole();
  const change = (by: Partial<Field>, what: string) =>
    editor.replace({ ...field, ...by }, `${what}:${field.id}`);
  const toldOf = (control: string) => told.find(({ id }) => id === control)?.message;
  const nameError = isUnnamed(field) ? toldOf('field-label') : undefined;
  const Settings = SETTINGS[field.kind];
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
          {isUnassigned(field, parties) && (
            <option value={field.party ?? ''} disabled>
              {texts.fields.nobody}
            </option>
          )}
          {!isMarkKind(field.kind) && (
            <option value="">{texts.fields.company(settings.company)}</option>
          )}
        </select>
      </LabelledField>
      {!isMarkKind(field.kind) && <Required field={field} onChange={change} />}
      <Settings field={field} editor={editor} onChange={change} />
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
