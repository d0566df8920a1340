import { PDFHexString } from 'pdf-lib';
import { displayDate } from '../../domain/date-value.ts';
import type { Drawing } from '../draw/drawing.ts';
import { layOutText } from '../fields/field-text.ts';
import { normalizeText } from '../font/font.ts';
import type { PlannedField } from '../plan.ts';
import type { RevisionDraft } from './draft.ts';

/** Sets a field's value and its appearance; an empty text leaves the field as intake laid it. */
export function fillField(draft: RevisionDraft, id: string, value: string | boolean): void {
  if (typeof value === 'boolean') tick(draft, draft.field(id, 'checkbox'), value);
  else if (value !== '') write(draft, draft.field(id, 'text', 'choice'), normalizeText(value));
}

/** Both appearances of a checkbox were drawn at intake. */
function tick(draft: RevisionDraft, field: PlannedField, value: boolean): void {
  const state = value ? 'Yes' : 'Off';
  draft.set(draft.edit(field.object), { V: state, AS: state });
}

function write(draft: RevisionDraft, field: PlannedField, given: string): void {
  const value = field.format === 'date' ? displayDate(given, draft.plan.language) : given;
  if (field.type === 'choice' && !field.options?.includes(value)) {
    throw new Error(`"${value}" is not an option of field ${field.name}`);
  }
  const items = layOutText(value, field);
  const drawing = { width: field.width, height: field.height, items };
  const appearance = draft.forms.draw(drawing, field, { mark: 'Tx' });
  draft.set(draft.edit(field.object), {
    V: PDFHexString.fromText(value),
    AP: draft.context.obj({ N: appearance }),
  });
}

/** Gives a push button of initials, stamp, further signature or certificate page its picture. */
export function drawIcon(draft: RevisionDraft, id: string, drawing: Drawing): void {
  const field = draft.field(id, 'icon');
  const appearance = draft.forms.draw(drawing, field);
  draft.set(draft.edit(field.object), { AP: draft.context.obj({ N: appearance }) });
}
