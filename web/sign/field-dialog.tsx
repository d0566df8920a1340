import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Field } from './ceremony-api.ts';
import { useCeremony } from './context.ts';
import { FieldControl } from './fields/field-control.tsx';
import { valueFields } from './fields/my-fields.ts';

export interface FieldDialogProperties {
  readonly field: Field | undefined;
  readonly onField: (field: Field) => void;
  readonly onClose: () => void;
}

/** Edits a field that was pressed on the page, and leads on to the next. */
export function FieldDialog({ field, onField, onClose }: FieldDialogProperties) {
  const { ceremony, texts } = useCeremony();
  const fields = valueFields(ceremony);
  const next = field && fields[fields.findIndex(({ id }) => id === field.id) + 1];
  function submit(event: Event) {
    event.preventDefault();
    if (next) onField(next);
    else onClose();
  }
  return (
    <Dialog open={field !== undefined} labelledBy="field-dialog-title" onClose={onClose}>
      {field && (
        <form class="stack" onSubmit={submit}>
          <h2 id="field-dialog-title">{texts.fields.onPage(field.label, field.page + 1)}</h2>
          <FieldControl key={field.id} field={field} prefix="page" />
          <div class="row">
            <Button type="submit">{next ? texts.fields.next : texts.next}</Button>
            <Button variant="secondary" onClick={onClose}>
              {texts.back}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
