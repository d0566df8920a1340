import { PDFHexString } from 'pdf-lib';
import { displayDate } from '../../domain/fields/date-value.ts';
import type { Drawing } from '../draw/drawing.ts';
import { layOutText } from '../fields/field-text.ts';
import { normalizeText } from '../font/font.ts';
import type { PlannedField } from '../plan.ts';
import type { IncrementalUpdate } from './incremental-update.ts';

/** Sets a field's value and appearance; an empty text leaves it as laid out at intake. */
export function fillField(update: IncrementalUpdate, id: string, value: string | boolean): void {
  if (typeof value === 'boolean') tick(update, update.field(id, 'checkbox'), value);
  else if (value !== '') write(update, update.field(id, 'text', 'choice'), normalizeText(value));
}

/** Selects one of the two appearances drawn at intake. */
function tick(update: IncrementalUpdate, field: PlannedField, value: boolean): void {
  const state = value ? 'Yes' : 'Off';
  update.set(update.edit(field.object), { V: state, AS: state });
}

function write(update: IncrementalUpdate, field: PlannedField, given: string): void {
  const value = field.format === 'date' ? displayDate(given, update.plan.language) : given;
  if (field.type === 'choice' && !field.options?.includes(value)) {
    throw new Error(`"${value}" is not an option of field ${field.name}`);
  }
  const items = layOutText(value, field);
  const drawing = { width: field.width, height: field.height, items };
  const appearance = update.forms.draw(drawing, field, { mark: 'Tx' });
  update.set(update.edit(field.object), {
    V: PDFHexString.fromText(value),
    AP: update.context.obj({ N: appearance }),
  });
}

/** Sets the drawing of an icon field (initials, stamp, further signature, certificate page). */
export function drawIcon(update: IncrementalUpdate, id: string, drawing: Drawing): void {
  const field = update.field(id, 'icon');
  const appearance = update.forms.draw(drawing, field);
  update.set(update.edit(field.object), { AP: update.context.obj({ N: appearance }) });
}
